import type { SqlExecutor, SqlValue } from '@meridian/platform/sql/sql-database';
import { insertInto, replaceInto } from '@meridian/platform/sql/statements';

/** A bulk write: one prepared statement, run once per row. */
export type BulkWrite = Readonly<{ table: string; columns: readonly string[]; rows: readonly (readonly SqlValue[])[] }>;

/** Inserts rows, or replaces those with the same primary or unique key. */
export async function replaceRows(executor: SqlExecutor, { table, columns, rows }: BulkWrite): Promise<void> {
  if (rows.length === 0) return;
  await executor.executeMany(replaceInto(table, columns), rows);
}

/** Inserts rows; a key that exists already is a fault. */
export async function insertRows(executor: SqlExecutor, { table, columns, rows }: BulkWrite): Promise<void> {
  if (rows.length === 0) return;
  await executor.executeMany(insertInto(table, columns), rows);
}

/** Deletes the rows of which a column has one of the values. */
export async function deleteRows(
  executor: SqlExecutor,
  of: Readonly<{ table: string; column: string }>,
  values: readonly string[],
) {
  if (values.length === 0) return;
  await executor.executeMany(
    `DELETE FROM ${of.table} WHERE ${of.column} = ?`,
    values.map((value) => [value]),
  );
}

/** A yes or no as every SQL dialect keeps it. */
export const toFlag = (value: boolean): number => (value ? 1 : 0);
