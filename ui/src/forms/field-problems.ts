import { type Failure, problemAt, problemElsewhere, problemsIn } from '../failures/failure.ts';

/** What is wrong with which field, and what belongs to no field that is shown. */
export type FieldProblems = Readonly<{ fields: Readonly<Record<string, string>>; general: string | undefined }>;

/**
 * Puts a failure's sentences beside the fields of a form that they are about. What is about none of them stands above the form.
 */
export function fieldProblems(failure: Failure | undefined, fields: readonly string[]): FieldProblems {
  const all = failure === undefined ? [] : problemsIn(failure);
  const said = fields.map((name) => [name, problemAt(all, name)] as const);
  return {
    fields: Object.fromEntries(said.filter((each): each is [string, string] => each[1] !== undefined)),
    general: problemElsewhere(all, fields),
  };
}
