import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { WatchBook, WatchKey } from '../ports/watch-book.ts';
import { queryIn } from './sql-text.ts';
import { changingColumns, changingValues, lastingColumns, lastingValues, toWatch, type WatchRow } from './watch-row.ts';

const columns = [...lastingColumns, ...changingColumns];
const add = `INSERT INTO price_watches (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
// The version is the state that was decided on: a row that moved meanwhile is left alone.
const move = `UPDATE price_watches SET ${changingColumns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`;
const addResource = 'INSERT INTO watch_resources (resource, watch_id) VALUES (?, ?)';

const keyColumns: Readonly<Record<WatchKey['kind'], string>> = { LISTING: 'listing_id', SEARCH: 'search_key' };

const readBy = async (transaction: SqlTransaction, column: string, values: readonly string[]) =>
  queryIn<WatchRow>(transaction, values, (places) => ({
    sql: `SELECT * FROM price_watches WHERE ${column} IN (${places})`,
  }));

const removals = (transaction: SqlTransaction): Pick<WatchBook, 'remove' | 'removeOf'> => ({
  async remove(id) {
    await transaction.execute('DELETE FROM watch_resources WHERE watch_id = ?', [id]);
    await transaction.execute('DELETE FROM price_watches WHERE id = ?', [id]);
  },
  async removeOf(userId) {
    await transaction.execute(
      'DELETE FROM watch_resources WHERE watch_id IN (SELECT id FROM price_watches WHERE user_id = ?)',
      [userId],
    );
    await transaction.execute('DELETE FROM price_watches WHERE user_id = ?', [userId]);
  },
});

const lookups = (transaction: SqlTransaction): Pick<WatchBook, 'watched' | 'lookingAt'> => ({
  async watched(keys) {
    const ofKind = async (kind: WatchKey['kind']): Promise<WatchKey[]> => {
      const values = keys.filter((each) => each.kind === kind).map(({ key }) => key);
      const rows = await queryIn<{ watched: string }>(transaction, values, (places) => ({
        sql: `SELECT DISTINCT ${keyColumns[kind]} AS watched FROM price_watches WHERE ${keyColumns[kind]} IN (${places})`,
      }));
      return rows.map(({ watched }) => ({ kind, key: watched }));
    };
    return [...(await ofKind('LISTING')), ...(await ofKind('SEARCH'))];
  },
  async lookingAt({ kind, key }, { afterId, limit, onlyTriggered }) {
    const rows = await transaction.query<WatchRow>(
      `SELECT * FROM price_watches WHERE ${keyColumns[kind]} = ? AND id > ?
       ${onlyTriggered ? `AND price_phase = 'TRIGGERED'` : ''} ORDER BY id LIMIT ?`,
      [key, afterId, limit],
    );
    return rows.map(toWatch);
  },
});

/** Watches in `price_watches`, and whose stock they ask for in `watch_resources`. */
export const createSqlWatchBook = (transaction: SqlTransaction): WatchBook => ({
  ...lookups(transaction),
  async onResources(resources) {
    const ids = await queryIn<{ id: string }>(transaction, resources, (places) => ({
      sql: `SELECT DISTINCT watch_id AS id FROM watch_resources WHERE resource IN (${places})`,
    }));
    const unique = [...new Set(ids.map(({ id }) => id))];
    return (await readBy(transaction, 'id', unique)).map(toWatch);
  },
  async find(id) {
    const [row] = await readBy(transaction, 'id', [id]);
    return row && toWatch(row);
  },
  async countOf(userId) {
    const [row] = await transaction.query<{ count: number }>(
      'SELECT COUNT(*) AS count FROM price_watches WHERE user_id = ?',
      [userId],
    );
    return row?.count ?? 0;
  },
  async add(watch, resources) {
    await transaction.execute(add, [...lastingValues(watch), ...changingValues(watch)]);
    await transaction.executeMany(
      addResource,
      resources.map((resource) => [resource, watch.id]),
    );
  },
  async move(next) {
    const moved = await transaction.execute(move, [...changingValues(next), next.id, next.version - 1]);
    if (moved !== 1) throw new Error(`The watch ${next.id} has changed since it was read.`);
  },
  async moveAll(next) {
    const moved = await transaction.executeMany(
      move,
      next.map((watch) => [...changingValues(watch), watch.id, watch.version - 1]),
    );
    const changed = next.find((_, index) => moved[index] !== 1);
    if (changed) throw new Error(`The watch ${changed.id} has changed since it was read.`);
  },
  async setResources(watchId, resources) {
    await transaction.execute('DELETE FROM watch_resources WHERE watch_id = ?', [watchId]);
    await transaction.executeMany(
      addResource,
      resources.map((resource) => [resource, watchId]),
    );
  },
  ...removals(transaction),
});
