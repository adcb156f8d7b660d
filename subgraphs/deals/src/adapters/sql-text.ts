import type { SqlExecutor, SqlValue } from '@meridian/platform/sql/sql-database';

/** Few lengths of lists make few different statements to prepare. */
const listLengths = [1, 8, 64, 512] as const;
const longestList = 512;

/**
 * Runs a reading statement with a list of values, in as many rounds as the list needs. The statement gets the placeholders of
 * its `IN (…)`; short lists are filled up by repeating their last value.
 */
export async function queryIn<Row extends object>(
  executor: SqlExecutor,
  values: readonly SqlValue[],
  statement: (placeholders: string) => Readonly<{ sql: string; params?: readonly SqlValue[] }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < values.length; start += longestList) {
    const part = values.slice(start, start + longestList);
    const length = listLengths.find((each) => each >= part.length) ?? longestList;
    const filled = [...part, ...Array<SqlValue>(length - part.length).fill(part.at(-1) ?? null)];
    const { sql, params = [] } = statement(Array(length).fill('?').join(', '));
    rows.push(...(await executor.query<Row>(sql, [...filled, ...params])));
  }
  return rows;
}

/**
 * An insert that replaces the other columns of a row with the same key. `ON CONFLICT` is SQLite's; MySQL says `ON DUPLICATE KEY
 * UPDATE`, so every upsert of this service is written here.
 *
 * @param where keeps the stored row unless it holds; `excluded` names the new one
 */
export function upsert(
  table: string,
  columns: Readonly<{ key: readonly string[]; others: readonly string[] }>,
  where?: string,
): string {
  const all = [...columns.key, ...columns.others];
  const updates = columns.others.map((column) => `${column} = excluded.${column}`).join(', ');
  const action = updates === '' ? 'NOTHING' : `UPDATE SET ${updates}${where ? ` WHERE ${where}` : ''}`;
  const places = all.map(() => '?').join(', ');
  return `INSERT INTO ${table} (${all.join(', ')}) VALUES (${places}) ON CONFLICT (${columns.key.join(', ')}) DO ${action}`;
}

/** A new row, unless one with its key is there. */
export const insertUnlessThere = (table: string, columns: readonly string[], key: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (${key.join(', ')}) DO NOTHING`;
