import { allOf, type Condition } from '@meridian/platform/sql/conditions';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { Listing } from '../../domain/listing.ts';
import type { ListedListings } from '../../ports/listing-book.ts';
import type { Page } from '../../ports/page.ts';
import { cutPage } from '../cut-page.ts';
import { type ListingRow, selectListings, toListing } from './listing-rows.ts';
import { textCondition } from './listing-text.ts';

const filtersOf = async (database: SqlDatabase, { ownerId, kind, text }: ListedListings): Promise<Condition[]> => [
  { sql: "l.status <> 'REMOVED'", params: [] },
  ...(ownerId === undefined ? [] : [{ sql: 'l.owner_id = ?', params: [ownerId] }]),
  ...(kind === undefined ? [] : [{ sql: 'l.kind = ?', params: [kind] }]),
  ...(text === undefined ? [] : [await textCondition(database, text)]),
];

function behind({ after }: ListedListings): Condition[] {
  if (after === undefined) return [];
  const createdAt = new Date(after.createdAt).toISOString();
  return [{ sql: '(l.created_at < ? OR (l.created_at = ? AND l.id < ?))', params: [createdAt, createdAt, after.id] }];
}

/** Listings as they were committed, the newest first. */
export async function listListings(database: SqlDatabase, request: ListedListings): Promise<Page<Listing>> {
  const filters = await filtersOf(database, request);
  const page = allOf([...filters, ...behind(request)]);
  const rows = await database.query<ListingRow>(
    `${selectListings} WHERE ${page.sql} ORDER BY l.created_at DESC, l.id DESC LIMIT ?`,
    [...page.params, request.first + 1],
  );
  const all = allOf(filters);
  const [count] = await database.query<{ n: number }>(
    `SELECT count(*) AS n FROM listings l WHERE ${all.sql}`,
    all.params,
  );
  return cutPage(rows.map(toListing), request.first, count?.n ?? 0);
}
