import type { SqlValue } from '@meridian/platform/sql/sql-database';
import { insertInto } from '@meridian/platform/sql/statements';

/** A table's columns by the names that rows carry in the code. */
export type Columns = Readonly<Record<string, string>>;

/** The columns of a SELECT list, named as rows carry them. */
export const selected = (columns: Columns): string =>
  Object.entries(columns)
    .map(([name, column]) => `${column} AS "${name}"`)
    .join(', ');

/** An INSERT statement for the columns, with placeholders in their order. */
export const inserting = (table: string, columns: Columns): string => insertInto(table, Object.values(columns));

/** The values of a row in the order of the columns. */
export const valuesOf = <Name extends string>(
  columns: Readonly<Record<Name, string>>,
  row: NoInfer<Readonly<Record<Name, SqlValue>>>,
): SqlValue[] => (Object.keys(columns) as Name[]).map((name) => row[name]);
