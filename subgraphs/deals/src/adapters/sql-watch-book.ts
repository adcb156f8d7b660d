import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { insertInto } from '@meridian/platform/sql/statements';
import { requireMoved } from '@meridian/platform/transactions/stale-row';
import type { PriceWatch } from '../domain/price-watch.ts';
import { searchIdOf } from '../domain/saved-search.ts';
import type { WatchBook } from '../ports/watch-book.ts';
import { changingColumns, changingValues, lastingColumns, lastingValues, toWatch, type WatchRow } from './watch-row.ts';
import { createParts, createWatchedThings, forgetUnwatched, noteWatched } from './watched-things.ts';

const columns = [...lastingColumns, ...changingColumns];
const add = insertInto('price_watches', columns);
// The version is the state that was decided on: a row that moved meanwhile is left alone.
const move = `UPDATE price_watches SET ${changingColumns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`;

const find = async (transaction: SqlTransaction, id: string): Promise<PriceWatch | undefined> => {
  const [row] = await transaction.query<WatchRow>('SELECT * FROM price_watches WHERE id = ?', [id]);
  return row && toWatch(row);
};

async function addResources(transaction: SqlTransaction, watch: PriceWatch, resources: readonly string[]) {
  const { target } = watch;
  if (target.kind !== 'LISTING') return;
  await transaction.executeMany(
    'INSERT INTO watch_resources (resource, listing_id, watch_id) VALUES (?, ?, ?)',
    resources.map((resource) => [resource, target.listingId, watch.id]),
  );
}

const removals = (transaction: SqlTransaction): Pick<WatchBook, 'remove' | 'removeOf'> => ({
  async remove(id) {
    const watch = await find(transaction, id);
    await transaction.execute('DELETE FROM watch_resources WHERE watch_id = ?', [id]);
    await transaction.execute('DELETE FROM price_watches WHERE id = ?', [id]);
    if (watch?.target.kind === 'SEARCH') await forgetUnwatched(transaction, [searchIdOf(watch.target.search)]);
  },
  async removeOf(userId) {
    const rows = await transaction.query<{ id: string }>(
      'SELECT DISTINCT search_id AS id FROM price_watches WHERE user_id = ? AND search_id IS NOT NULL',
      [userId],
    );
    await transaction.execute(
      'DELETE FROM watch_resources WHERE watch_id IN (SELECT id FROM price_watches WHERE user_id = ?)',
      [userId],
    );
    await transaction.execute('DELETE FROM price_watches WHERE user_id = ?', [userId]);
    await forgetUnwatched(
      transaction,
      rows.map(({ id }) => id),
    );
  },
});

const hasChanged = ({ id }: PriceWatch): string => `The watch ${id} has changed since it was read.`;

const moves = (transaction: SqlTransaction): Pick<WatchBook, 'move' | 'moveAll'> => ({
  async move(next) {
    const moved = await transaction.execute(move, [...changingValues(next), next.id, next.version - 1]);
    requireMoved(moved, hasChanged(next));
  },
  async moveAll(next) {
    const moved = await transaction.executeMany(
      move,
      next.map((watch) => [...changingValues(watch), watch.id, watch.version - 1]),
    );
    for (const [index, watch] of next.entries()) requireMoved(moved[index], hasChanged(watch));
  },
});

/** Watches in `price_watches`, which searches they are on in `watched_searches`, and whose stock they ask for in `watch_resources`. */
export const createSqlWatchBook = (transaction: SqlTransaction): WatchBook => ({
  ...createWatchedThings(transaction),
  ...createParts(transaction),
  ...moves(transaction),
  ...removals(transaction),
  find: (id) => find(transaction, id),
  async countOf(userId) {
    const [row] = await transaction.query<{ count: number }>(
      'SELECT COUNT(*) AS count FROM price_watches WHERE user_id = ?',
      [userId],
    );
    return row?.count ?? 0;
  },
  async watchesOn(userId, target) {
    const [column, value] =
      target.kind === 'LISTING' ? ['listing_id', target.listingId] : ['search_id', searchIdOf(target.search)];
    const rows = await transaction.query<WatchRow>(
      `SELECT * FROM price_watches WHERE user_id = ? AND ${column} = ? ORDER BY id DESC`,
      [userId, value],
    );
    return rows.map(toWatch);
  },
  async add(watch, resources) {
    await transaction.execute(add, [...lastingValues(watch), ...changingValues(watch)]);
    if (watch.target.kind === 'SEARCH') await noteWatched(transaction, watch.target.search);
    await addResources(transaction, watch, resources);
  },
  async setResources(watch, resources) {
    await transaction.execute('DELETE FROM watch_resources WHERE watch_id = ?', [watch.id]);
    await addResources(transaction, watch, resources);
  },
});
