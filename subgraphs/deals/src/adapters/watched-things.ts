import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere } from '@meridian/platform/sql/statements';
import { type SavedSearch, searchIdOf, searchKeyOf } from '../domain/saved-search.ts';
import type { Sight } from '../domain/sight.ts';
import type { Watched } from '../ports/evaluation-book.ts';
import type { WatchBook, WatchedSearch, WatchPart } from '../ports/watch-book.ts';
import { toWatch, type WatchRow } from './watch-row.ts';

type SearchRow = Readonly<{ search_key: string; search: string; seen: string | null }>;

const toWatchedSearch = ({ search_key: key, search, seen }: SearchRow): WatchedSearch => ({
  key,
  search: JSON.parse(search) as SavedSearch,
  seen: seen === null ? null : (JSON.parse(seen) as Sight),
});

const addSearch = insertUnlessThere('watched_searches', ['search_id', 'search_key', 'search'], ['search_id']);
const dropSearch = `DELETE FROM watched_searches WHERE search_id = ? AND NOT EXISTS
  (SELECT 1 FROM price_watches WHERE price_watches.search_id = watched_searches.search_id)`;

/** Notes that somebody watches a search. */
export const noteWatched = (transaction: SqlTransaction, search: SavedSearch) =>
  transaction.execute(addSearch, [searchIdOf(search), searchKeyOf(search), JSON.stringify(search)]);

/** Forgets those of the searches that nobody watches any more. */
export const forgetUnwatched = (transaction: SqlTransaction, searchIds: readonly string[]) =>
  transaction.executeMany(
    dropSearch,
    searchIds.map((id) => [id]),
  );

/** What is watched, whoever watches it. */
export const createWatchedThings = (
  transaction: SqlTransaction,
): Pick<WatchBook, 'watchedListings' | 'watchedSearches' | 'watchedStock' | 'see'> => ({
  async watchedListings(listingIds) {
    const rows = await selectIn<{ id: string }>(
      transaction,
      'SELECT DISTINCT listing_id AS id FROM price_watches WHERE listing_id IN (…)',
      { values: listingIds },
    );
    return new Set(rows.map(({ id }) => id));
  },
  async watchedSearches(keys) {
    const rows = await selectIn<SearchRow>(transaction, 'SELECT * FROM watched_searches WHERE search_key IN (…)', {
      values: keys,
    });
    return rows.map(toWatchedSearch);
  },
  async watchedStock(resources) {
    const rows = await selectIn<{ resource: string; listingId: string }>(
      transaction,
      'SELECT DISTINCT resource, listing_id AS "listingId" FROM watch_resources WHERE resource IN (…)',
      { values: resources },
    );
    return rows.map((row) => ({ kind: 'STOCK', ...row }));
  },
  async see(search, sight) {
    const see = 'UPDATE watched_searches SET seen = ? WHERE search_id = ?';
    await transaction.execute(see, [JSON.stringify(sight), searchIdOf(search)]);
  },
});

const behind = 'starts_behind < ? ORDER BY id LIMIT ?';

function partOf(watched: Watched, { afterId, limit, number }: WatchPart) {
  switch (watched.kind) {
    case 'LISTING':
      return {
        sql: `SELECT * FROM price_watches WHERE listing_id = ? AND id > ? AND ${behind}`,
        params: [watched.listingId, afterId, number, limit],
      };
    case 'SEARCH':
      return {
        sql: `SELECT * FROM price_watches WHERE search_id = ? AND id > ? AND ${behind}`,
        params: [searchIdOf(watched.search), afterId, number, limit],
      };
    case 'STOCK':
      return {
        sql: `SELECT w.* FROM watch_resources r JOIN price_watches w ON w.id = r.watch_id
              WHERE r.resource = ? AND r.listing_id = ? AND r.watch_id > ? AND w.starts_behind < ?
              ORDER BY r.watch_id LIMIT ?`,
        params: [watched.resource, watched.listingId, afterId, number, limit],
      };
  }
}

/** Watches that look at one thing, in parts. */
export const createParts = (transaction: SqlTransaction): Pick<WatchBook, 'lookingAt'> => ({
  async lookingAt(watched, part) {
    const { sql, params } = partOf(watched, part);
    return (await transaction.query<WatchRow>(sql, params)).map(toWatch);
  },
});
