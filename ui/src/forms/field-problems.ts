/** A failure of the graph as data: `UserError`, and the problems of `ValidationFailed`. */
export type Failure = Readonly<{
  message: string;
  path?: readonly string[] | null;
  problems?: readonly Readonly<{ path: readonly string[]; message: string }>[];
}>;

/** What is wrong with which field, and what belongs to no field that is shown. */
export type FieldProblems = Readonly<{ fields: Readonly<Record<string, string>>; general: string | undefined }>;

const fieldOf = (path: readonly string[] | null | undefined): string | undefined => path?.[1];

/**
 * Puts a failure's sentences beside the fields they are about. Paths begin with the argument, `["input", "email"]`; what is about
 * none of the fields stands above the form.
 */
export function fieldProblems(failure: Failure | undefined, fields: readonly string[]): FieldProblems {
  if (failure === undefined) return { fields: {}, general: undefined };
  const all = failure.problems ?? [failure];
  const isShown = (path: readonly string[] | null | undefined) => fields.includes(fieldOf(path) ?? '');
  const placed = all.filter(({ path }) => isShown(path));
  return {
    fields: Object.fromEntries(placed.map(({ path, message }) => [fieldOf(path) ?? '', message])),
    general: placed.length < all.length ? all.find(({ path }) => !isShown(path))?.message : undefined,
  };
}
