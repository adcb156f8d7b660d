/**
 * The command cannot be carried out as given: a wrong argument, file, encoding or header. One line, exit code 2, nothing written.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
