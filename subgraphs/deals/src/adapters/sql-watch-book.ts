import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import type { WatchBook } from '../ports/watch-book.ts';
import { queryIn } from './sql-text.ts';
import { changingColumns, changingValues, lastingColumns, lastingValues, toWatch, type WatchRow } from './watch-row.ts';

const columns = [...lastingColumns, ...changingColumns];
const add = `INSERT INTO price_watches (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
// The version is the state that was decided on: a row that moved meanwhile is left alone.
const move = `UPDATE price_watches SET ${changingColumns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`;
const addResource = 'INSERT INTO watch_resources (resource, watch_id) VALUES (?, ?)';

const readBy = async (executor: SqlExecutor, column: string, values: readonly string[]) =>
  queryIn<WatchRow>(executor, values, (places) => ({
    sql: `SELECT * FROM price_watches WHERE ${column} IN (${places})`,
  }));

const removals: Pick<WatchBook, 'remove' | 'removeOf'> = {
  async remove(transaction, id) {
    await transaction.execute('DELETE FROM watch_resources WHERE watch_id = ?', [id]);
    await transaction.execute('DELETE FROM price_watches WHERE id = ?', [id]);
  },
  async removeOf(transaction, userId) {
    await transaction.execute(
      'DELETE FROM watch_resources WHERE watch_id IN (SELECT id FROM price_watches WHERE user_id = ?)',
      [userId],
    );
    await transaction.execute('DELETE FROM price_watches WHERE user_id = ?', [userId]);
  },
};

/** Watches in `price_watches`, and whose stock they ask for in `watch_resources`. */
export const createSqlWatchBook = (): WatchBook => ({
  async lookingAt(executor, { listingIds, searchKeys }) {
    const rows = [
      ...(await readBy(executor, 'listing_id', listingIds)),
      ...(await readBy(executor, 'search_key', searchKeys)),
    ];
    return rows.map(toWatch);
  },
  async onResources(executor, resources) {
    const ids = await queryIn<{ id: string }>(executor, resources, (places) => ({
      sql: `SELECT DISTINCT watch_id AS id FROM watch_resources WHERE resource IN (${places})`,
    }));
    const unique = [...new Set(ids.map(({ id }) => id))];
    return (await readBy(executor, 'id', unique)).map(toWatch);
  },
  async find(executor, id) {
    const [row] = await readBy(executor, 'id', [id]);
    return row && toWatch(row);
  },
  async countOf(executor, userId) {
    const [row] = await executor.query<{ count: number }>(
      'SELECT COUNT(*) AS count FROM price_watches WHERE user_id = ?',
      [userId],
    );
    return row?.count ?? 0;
  },
  async add(transaction, watch, resources) {
    await transaction.execute(add, [...lastingValues(watch), ...changingValues(watch)]);
    await transaction.executeMany(
      addResource,
      resources.map((resource) => [resource, watch.id]),
    );
  },
  async move(transaction, next) {
    const moved = await transaction.execute(move, [...changingValues(next), next.id, next.version - 1]);
    if (moved !== 1) throw new Error(`The watch ${next.id} has changed since it was read.`);
  },
  async setResources(transaction, watchId, resources) {
    await transaction.execute('DELETE FROM watch_resources WHERE watch_id = ?', [watchId]);
    await transaction.executeMany(
      addResource,
      resources.map((resource) => [resource, watchId]),
    );
  },
  ...removals,
});
