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

/** Whether a problem is about what goes by this name in the input, or about a part of it: `travelers.0.givenName`. */
export const isAbout = ({ path }: FieldProblem, name: string): boolean =>
  name.split('.').every((part, index) => path[index + 1] === part);

/** The sentence about what goes by this name in the input. */
export const problemAt = (problems: readonly FieldProblem[], name: string): string | undefined =>
  problems.find((problem) => isAbout(problem, name))?.message;

/** The first sentence that is about none of these. */
export const problemElsewhere = (problems: readonly FieldProblem[], names: readonly string[]): string | undefined =>
  problems.find((problem) => !names.some((name) => isAbout(problem, name)))?.message;
