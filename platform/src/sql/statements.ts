/** As many placeholders as values, for `VALUES (…)` and short lists. A list of any length is {@link selectIn}'s. */
export const placeholders = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** An insert of one row; a key that exists already is a fault. Values come in the order of the columns. */
export const insertInto = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${placeholders(columns)})`;

/** An insert that first removes the rows with which it shares a primary or unique key. Both SQLite and MySQL know `REPLACE INTO`. */
export const replaceInto = (table: string, columns: readonly string[]): string =>
  `REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${placeholders(columns)})`;

/**
 * An insert that leaves a row alone which is there: affected rows tell. `ON CONFLICT DO NOTHING` is SQLite's; MySQL says `INSERT
 * IGNORE`.
 *
 * @param key the columns whose values may be taken; those of every unique key unless given
 */
export const insertUnlessThere = (table: string, columns: readonly string[], key: readonly string[] = []): string =>
  `${insertInto(table, columns)} ON CONFLICT ${key.length > 0 ? `(${key.join(', ')}) ` : ''}DO NOTHING`;

/**
 * An insert that replaces the other columns of a row with the same key. `ON CONFLICT … DO UPDATE` is SQLite's; MySQL says `ON DUPLICATE
 * KEY UPDATE`.
 *
 * @param where keeps the stored row unless it holds; `excluded` names the new one
 */
export function upsert(
  table: string,
  columns: Readonly<{ key: readonly string[]; others: readonly string[] }>,
  where?: string,
): string {
  const { key, others } = columns;
  if (others.length === 0) return insertUnlessThere(table, key, key);
  const updates = others.map((column) => `${column} = excluded.${column}`).join(', ');
  const condition = where === undefined ? '' : ` WHERE ${where}`;
  return `${insertInto(table, [...key, ...others])} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${updates}${condition}`;
}
