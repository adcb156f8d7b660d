import type { Outbox } from '@meridian/platform/outbox/outbox';
import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlDatabase, SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { PublishedEvents } from '../../events/published.ts';
import type {
  ListingReviews,
  ReviewBook,
  ReviewReader,
  ReviewRecordRow,
  StoredReview,
  WrittenReview,
} from '../../ports/review-book.ts';
import type { ReviewText } from '../../ports/review-documents.ts';
import { cutPage } from '../cut-page.ts';
import { insertRows, toFlag } from './statements.ts';

type Row = Readonly<{
  id: string;
  listing_id: string;
  author_id: string;
  source_key: string | null;
  version: number;
  rating: number;
  verified: number;
  posted_at: string;
  stayed_at: string | null;
  pending_text: string | null;
}>;

const columns = 'id, listing_id, author_id, source_key, version, rating, verified, posted_at, stayed_at, pending_text';

const toReview = (row: Row): StoredReview => ({
  id: row.id,
  listingId: row.listing_id,
  authorId: row.author_id,
  sourceKey: row.source_key,
  version: row.version,
  rating: row.rating,
  isVerified: row.verified === 1,
  postedAt: row.posted_at,
  stayedAt: row.stayed_at,
  pendingText: row.pending_text === null ? null : (JSON.parse(row.pending_text) as ReviewText),
});

async function ofListing(database: SqlExecutor, { listingId, first, after }: ListingReviews) {
  const behind = after ? ' AND (posted_at < ? OR (posted_at = ? AND id < ?))' : '';
  const place = after ? [after.postedAt, after.postedAt, after.id] : [];
  const rows = await database.query<Row>(
    `SELECT ${columns} FROM reviews WHERE listing_id = ?${behind} ORDER BY posted_at DESC, id DESC LIMIT ?`,
    [listingId, ...place, first + 1],
  );
  const [count] = await database.query<{ n: number }>('SELECT count(*) AS n FROM reviews WHERE listing_id = ?', [
    listingId,
  ]);
  return cutPage(rows.map(toReview), first, count?.n ?? 0);
}

async function add(sql: SqlTransaction, reviews: readonly WrittenReview[]): Promise<void> {
  await insertRows(sql, {
    table: 'reviews',
    columns: columns.split(', '),
    rows: reviews.map(({ review, text }) => [
      review.id,
      review.listingId,
      review.authorId,
      review.sourceKey,
      review.version,
      review.rating,
      toFlag(review.isVerified),
      review.postedAt,
      review.stayedAt,
      JSON.stringify(text),
    ]),
  });
}

async function replace(sql: SqlTransaction, reviews: readonly WrittenReview[]): Promise<ReviewRecordRow[]> {
  const stored = await selectIn<Row>(sql, `SELECT ${columns} FROM reviews WHERE source_key IN (…)`, {
    values: reviews.flatMap(({ review }) => review.sourceKey ?? []),
  });
  const byKey = new Map(stored.map((row) => [row.source_key, row]));
  const next = reviews.flatMap(({ review, text }) => {
    const known = byKey.get(review.sourceKey);
    return known ? [{ text, review: { ...review, id: known.id, version: known.version + 1 } }] : [];
  });
  await sql.executeMany(
    'UPDATE reviews SET version = ?, rating = ?, posted_at = ?, stayed_at = ?, pending_text = ? WHERE id = ?',
    next.map(({ review, text }) => [
      review.version,
      review.rating,
      review.postedAt,
      review.stayedAt,
      JSON.stringify(text),
      review.id,
    ]),
  );
  return next.map(({ review }) => review);
}

async function pendingTexts(sql: SqlTransaction, ids: readonly string[]) {
  const rows = await selectIn<{ id: string; pending_text: string }>(
    sql,
    'SELECT id, pending_text FROM reviews WHERE pending_text IS NOT NULL AND id IN (…)',
    { values: ids },
  );
  return new Map(rows.map((row) => [row.id, JSON.parse(row.pending_text) as ReviewText]));
}

async function hasReviewed(sql: SqlTransaction, authorId: string, listingId: string): Promise<boolean> {
  const rows = await sql.query('SELECT id FROM reviews WHERE author_id = ? AND listing_id = ?', [authorId, listingId]);
  return rows.length > 0;
}

async function unverify(
  sql: SqlTransaction,
  { authorId, listingId }: Readonly<{ authorId: string; listingId: string }>,
): Promise<number | undefined> {
  const marked = 'FROM reviews WHERE author_id = ? AND listing_id = ? AND verified = 1';
  const [row] = await sql.query<{ id: string; rating: number }>(`SELECT id, rating ${marked}`, [authorId, listingId]);
  if (row) await sql.execute('UPDATE reviews SET verified = 0 WHERE id = ?', [row.id]);
  return row?.rating;
}

/** Records of reviews in SQL as they were committed. */
export const createSqlReviewReader = (database: SqlDatabase): ReviewReader => ({
  ofListing: (request) => ofListing(database, request),
});

/** How reviews are told to others. */
export type SqlReviewBookDeps = Readonly<{ outbox: Outbox; events: PublishedEvents }>;

/** Records of reviews in SQL, announced through the outbox, within a transaction. */
export function createSqlReviewBook(sql: SqlTransaction, { outbox, events }: SqlReviewBookDeps): ReviewBook {
  const announce = (reviews: readonly ReviewRecordRow[]) => outbox.add(sql, reviews.map(events.reviewPosted));
  return {
    async add(reviews) {
      await add(sql, reviews);
      await announce(reviews.map(({ review }) => review));
    },
    replace: async (reviews) => announce(await replace(sql, reviews)),
    pendingTexts: (ids) => pendingTexts(sql, ids),
    async clearPending(ids) {
      await sql.executeMany(
        'UPDATE reviews SET pending_text = NULL WHERE id = ?',
        ids.map((id) => [id]),
      );
    },
    hasReviewed: (authorId, listingId) => hasReviewed(sql, authorId, listingId),
    unverify: (author) => unverify(sql, author),
  };
}
