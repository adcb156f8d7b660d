import type { SqlExecutor, SqlValue } from '@meridian/platform/sql/sql-database';

/** A bulk write: one prepared statement, run once per row. */
export type BulkWrite = Readonly<{ table: string; columns: readonly string[]; rows: readonly (readonly SqlValue[])[] }>;

const places = (count: number): string => Array<string>(count).fill('?').join(', ');

/** Inserts rows, or replaces those with the same primary or unique key. Both SQLite and MySQL know `REPLACE INTO`. */
export async function replaceRows(executor: SqlExecutor, { table, columns, rows }: BulkWrite): Promise<void> {
  if (rows.length === 0) return;
  await executor.executeMany(`REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${places(columns.length)})`, rows);
}

/** Inserts rows; a key that exists already is a fault. */
export async function insertRows(executor: SqlExecutor, { table, columns, rows }: BulkWrite): Promise<void> {
  if (rows.length === 0) return;
  await executor.executeMany(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places(columns.length)})`, rows);
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

/** Lists longer than this are asked for in parts: databases bound the number of placeholders. */
const longestList = 512;

/** Rounded up to a power of two, so that lists of any length share few prepared statements. */
const paddedLength = (length: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, length)));

/**
 * Reads the rows for which a column is one of the values.
 *
 * @param sql has `(…)` where the list of placeholders goes
 * @param before values of placeholders that stand before the list
 */
export async function selectIn<Row extends object>(
  executor: Pick<SqlExecutor, 'query'>,
  sql: string,
  lists: Readonly<{ values: readonly string[]; before?: readonly SqlValue[] }>,
): Promise<Row[]> {
  const values = [...new Set(lists.values)];
  const rows: Row[] = [];
  for (let from = 0; from < values.length; from += longestList) {
    const part = values.slice(from, from + longestList);
    const last = part.at(-1) ?? '';
    const padded = [...part, ...Array<string>(paddedLength(part.length) - part.length).fill(last)];
    const statement = sql.replace('(…)', `(${places(padded.length)})`);
    rows.push(...(await executor.query<Row>(statement, [...(lists.before ?? []), ...padded])));
  }
  return rows;
}

/** A yes or no as every SQL dialect keeps it. */
export const toFlag = (value: boolean): number => (value ? 1 : 0);
