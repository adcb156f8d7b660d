import type { SqlExecutor, SqlValue } from './sql-database.ts';
import { placeholders } from './statements.ts';

/** Longer lists are asked for in parts: databases bound how many values a statement takes. */
const longestList = 512;

/** Where the list stands in the statement. */
const place = '(…)';

/** Rounded up to a power of two, so that lists of any length share few prepared statements. */
const paddedLength = (length: number): number => 2 ** Math.ceil(Math.log2(length));

/**
 * Reads the rows for which a column is one of the values, however many these are: `SELECT … WHERE id IN (…)`. Each value is asked for
 * once. A long list is read in parts, so a statement must not sort, limit or count over more than one value.
 *
 * @param sql has `(…)`, once, where the list goes
 * @param lists.values the list
 * @param lists.before values of placeholders that stand before the list
 * @param lists.after values of placeholders that stand behind it
 */
export async function selectIn<Row extends object>(
  executor: Pick<SqlExecutor, 'query'>,
  sql: string,
  lists: Readonly<{ values: readonly SqlValue[]; before?: readonly SqlValue[]; after?: readonly SqlValue[] }>,
): Promise<Row[]> {
  const [head, tail, ...more] = sql.split(place);
  if (head === undefined || tail === undefined || more.length > 0) {
    throw new TypeError(`The statement needs one ${place}, where its list goes: ${sql}`);
  }
  const values = [...new Set(lists.values)];
  const rows: Row[] = [];
  for (let from = 0; from < values.length; from += longestList) {
    const part = values.slice(from, from + longestList);
    const missing = paddedLength(part.length) - part.length;
    const padded = [...part, ...Array<SqlValue>(missing).fill(part.at(-1) ?? null)];
    const params = [...(lists.before ?? []), ...padded, ...(lists.after ?? [])];
    rows.push(...(await executor.query<Row>(`${head}(${placeholders(padded)})${tail}`, params)));
  }
  return rows;
}
