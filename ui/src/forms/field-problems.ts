/** What is wrong with one field. Paths begin with the argument: `["input", "email"]`. */
export type FieldProblem = Readonly<{ path: readonly string[]; message: string }>;

/** A failure of the graph as data: `UserError`, and the problems of `ValidationFailed`. */
export type Failure = Readonly<{
  message: string;
  code?: string;
  path?: readonly string[] | null;
  problems?: readonly FieldProblem[];
}>;

/** The problems of a failure; a failure without any is one itself. */
export const problemsIn = ({ message, path, problems }: Failure): readonly FieldProblem[] =>
  problems ?? [{ path: path ?? [], message }];

/** What is wrong with which field, and what belongs to no field that is shown. */
export type FieldProblems = Readonly<{ fields: Readonly<Record<string, string>>; general: string | undefined }>;

/**
 * Puts a failure's sentences beside the fields of a flat form that they are about. What is about none of them stands above the form.
 */
export function fieldProblems(failure: Failure | undefined, fields: readonly string[]): FieldProblems {
  const all = failure === undefined ? [] : problemsIn(failure);
  const isShown = ({ path }: FieldProblem) => fields.includes(path[1] ?? '');
  return {
    fields: Object.fromEntries(all.filter(isShown).map(({ path, message }) => [path[1] ?? '', message])),
    general: all.find((problem) => !isShown(problem))?.message,
  };
}
