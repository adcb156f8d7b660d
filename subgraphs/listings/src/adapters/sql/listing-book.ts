import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { requireMoved } from '@meridian/platform/transactions/stale-row';
import { type Listing, ratingOf } from '../../domain/listing.ts';
import type { ListingBook, ListingReader } from '../../ports/listing-book.ts';
import { departureOwners } from './departure-owners.ts';
import { listListings } from './list-listings.ts';
import { type ListingRow, selectListings, toListing } from './listing-rows.ts';
import { createListingWriter, type ListingWriterDeps, removeFromSearch } from './listing-writer.ts';
import { raiseRevisions, searchableAt } from './revisions.ts';

async function remove(deps: ListingWriterDeps, sql: SqlTransaction, listing: Listing): Promise<void> {
  const removed: Listing = { ...listing, version: listing.version + 1, status: 'REMOVED', updatedAt: deps.clock.now() };
  const affected = await sql.execute(
    'UPDATE listings SET version = ?, status = ?, updated_at = ? WHERE id = ? AND version = ?',
    [removed.version, removed.status, new Date(removed.updatedAt).toISOString(), listing.id, listing.version],
  );
  requireMoved(affected, `${listing.id} was not at version ${listing.version} when it was removed.`);
  await raiseRevisions(sql, searchableAt([listing]));
  await removeFromSearch(sql, [listing.id]);
  await deps.outbox.add(sql, [deps.events.listingDeleted(removed)]);
}

/** The mean is computed from the stored sums, so that two reviews at once both count. */
async function changeRatings(
  sql: SqlTransaction,
  listing: Listing,
  { sum, count }: Readonly<{ sum: number; count: number }>,
): Promise<void> {
  await sql.execute(
    'UPDATE listings SET own_rating_sum = own_rating_sum + ?, own_review_count = own_review_count + ? WHERE id = ?',
    [sum, count, listing.id],
  );
  await raiseRevisions(sql, searchableAt([listing]));
  const { ratings } = listing;
  const mean = ratingOf({ ...ratings, ownSum: ratings.ownSum + sum, ownCount: ratings.ownCount + count });
  for (const table of ['stay_search', 'car_search']) {
    await sql.execute(`UPDATE ${table} SET rating = ? WHERE listing_id = ?`, [mean, listing.id]);
  }
}

/** Listings in SQL, with their search tables and outbox, within a transaction. */
export function createSqlListingBook(sql: SqlTransaction, deps: ListingWriterDeps): ListingBook {
  const write = createListingWriter(deps);
  return {
    async find(id) {
      const [row] = await sql.query<ListingRow>(`${selectListings} WHERE l.id = ?`, [id]);
      return row && toListing(row);
    },
    async findBySourceKeys(sourceKeys) {
      const rows = await selectIn<ListingRow>(sql, `${selectListings} WHERE l.source_key IN (…)`, {
        values: sourceKeys,
      });
      return new Map(rows.map((row) => [row.source_key ?? '', toListing(row)]));
    },
    write: (writes) => write(sql, writes),
    remove: (listing) => remove(deps, sql, listing),
    rate: (listing, rating) => changeRatings(sql, listing, { sum: rating, count: 1 }),
    unrate: (listing, rating) => changeRatings(sql, listing, { sum: -rating, count: -1 }),
    departureOwners: (resources) => departureOwners(sql, resources),
  };
}

async function countsByCity(database: SqlDatabase, cityKeys: readonly string[]) {
  const rows = await selectIn<{ city_key: string; kind: string; n: number }>(
    database,
    `SELECT city_key, kind, count(*) AS n FROM listings WHERE status = 'PUBLISHED' AND city_key IN (…) GROUP BY city_key, kind`,
    { values: cityKeys },
  );
  const countOf = (cityKey: string, kind: string) =>
    rows.find((row) => row.city_key === cityKey && row.kind === kind)?.n ?? 0;
  return new Map(cityKeys.map((key) => [key, { stays: countOf(key, 'STAY'), cars: countOf(key, 'CAR') }]));
}

/** Listings in SQL as they were committed. */
export function createSqlListingReader(database: SqlDatabase): ListingReader {
  return {
    async findMany(ids) {
      const sql = `${selectListings} WHERE l.id IN (…)`;
      const rows = await selectIn<ListingRow>(database, sql, { values: ids });
      return new Map(rows.map((row) => [row.id, toListing(row)]));
    },
    list: (request) => listListings(database, request),
    countsByCity: (cityKeys) => countsByCity(database, cityKeys),
    async staysBySourceKeys(sourceKeys) {
      const rows = await selectIn<{ source_key: string; currency: string }>(
        database,
        `SELECT source_key, currency FROM listings WHERE kind = 'STAY' AND status <> 'REMOVED' AND source_key IN (…)`,
        { values: sourceKeys },
      );
      return new Map(rows.map((row) => [row.source_key, { currency: row.currency }]));
    },
  };
}
