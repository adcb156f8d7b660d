/** One problem of one argument: where it lies, what is wrong and what would be right. */
export type Problem = Readonly<{ path: readonly string[]; message: string }>;

/** The arguments do not make sense. Every problem is listed. */
export type ValidationFailure = Readonly<{ code: 'VALIDATION_FAILED'; problems: readonly Problem[] }>;

/** The messages of a failure as one text, each once. */
export const sentencesOf = ({ problems }: Pick<ValidationFailure, 'problems'>): string =>
  [...new Set(problems.map(({ message }) => message))].join(' ');
