import { UsageError } from '../failure.ts';

/** Which columns a format has. `others` says whether unknown columns are welcome: some publishers add columns every year. */
export type HeaderRule = Readonly<{
  required: readonly string[];
  optional: readonly string[];
  others: 'allowed' | 'refused';
}>;

/** Reads a field of a row by its column's name; empty when the column is missing. Values come trimmed. */
export type FieldReader = (fields: readonly string[], column: string) => string;

const quoted = (names: readonly string[]): string => names.map((name) => (name === '' ? '(unnamed)' : name)).join(', ');

/** What is wrong with a header, or undefined. */
export const headerProblem = (header: readonly string[], rule: HeaderRule): string | undefined => {
  const missing = rule.required.filter((name) => !header.includes(name));
  if (missing.length > 0)
    return `the header lacks ${quoted(missing.slice(0, 5))}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}`;
  const twice = header.filter((name, index) => header.indexOf(name) !== index);
  if (twice.length > 0) return `the header has ${quoted(twice)} twice`;
  const known = new Set([...rule.required, ...rule.optional]);
  const unknown = header.filter((name) => !known.has(name));
  return rule.others === 'refused' && unknown.length > 0
    ? `the header has unknown columns: ${quoted(unknown.slice(0, 5))}`
    : undefined;
};

/** The names of the columns without the spaces around them, which some exports write. */
export const trimHeader = (header: readonly string[]): string[] => header.map((name) => name.trim());

/** @throws UsageError with one line that says what is wrong and, if it can be told, which format the file has */
export const refuseHeader = (format: string, problem: string, looksLike: string | undefined): never => {
  const hint = looksLike === undefined ? '' : `; it looks like a file for ${looksLike}`;
  throw new UsageError(`this is no ${format} file: ${problem}${hint}`);
};

/** Reads fields of a row by the name of their column: trimmed, and empty where the file or the row has no such column. */
export const fieldReader = (header: readonly string[]): FieldReader => {
  const positions = new Map(header.map((name, index) => [name, index]));
  return (fields, column) => {
    const position = positions.get(column);
    return position === undefined ? '' : (fields[position] ?? '').trim();
  };
};
