import type { SqlValue } from '@meridian/platform/sql/sql-database';

/** A table's columns by the names that rows carry in the code. */
export type Columns = Readonly<Record<string, string>>;

/** The columns of a SELECT list, named as rows carry them. */
export const selected = (columns: Columns): string =>
  Object.entries(columns)
    .map(([name, column]) => `${column} AS "${name}"`)
    .join(', ');

/** As many placeholders as values, for `IN (…)` and `VALUES (…)`. */
export const placeholders = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** An INSERT statement for the columns, with placeholders in their order. */
export const inserting = (table: string, columns: Columns): string =>
  `INSERT INTO ${table} (${Object.values(columns).join(', ')}) VALUES (${placeholders(Object.keys(columns))})`;

/** The values of a row in the order of the columns. */
export const valuesOf = <Name extends string>(
  columns: Readonly<Record<Name, string>>,
  row: NoInfer<Readonly<Record<Name, SqlValue>>>,
): SqlValue[] => (Object.keys(columns) as Name[]).map((name) => row[name]);

/** Splits values into lists that a statement may bind at once. */
export function inChunks<Value>(values: readonly Value[], size = 500): Value[][] {
  const chunks: Value[][] = [];
  for (let start = 0; start < values.length; start += size) chunks.push(values.slice(start, start + size));
  return chunks;
}
