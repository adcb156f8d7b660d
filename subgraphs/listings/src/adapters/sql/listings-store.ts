import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { decideAnew } from '@meridian/platform/transactions/stale-row';
import type { ListingsStore, ListingsTransaction } from '../../ports/listings-store.ts';
import type { ReviewDocuments } from '../../ports/review-documents.ts';
import { createSqlGuestBook } from './guest-book.ts';
import { createSqlIntakeRows } from './intake-rows.ts';
import { createSqlListingBook, createSqlListingReader } from './listing-book.ts';
import type { ListingWriterDeps } from './listing-writer.ts';
import { createSqlAuthorBook, createSqlStockBook } from './projections.ts';
import { createSqlReferenceBook } from './reference-book.ts';
import { createSqlReviewBook, createSqlReviewReader } from './review-book.ts';

/** What a transaction over listings is opened with. */
export type SqlListingsDeps = ListingWriterDeps &
  Readonly<{
    /** Where texts of reviews are put in a transaction; a store that lies elsewhere answers the same one for each. */
    reviewDocumentsIn: (transaction: SqlTransaction) => Pick<ReviewDocuments, 'put'>;
  }>;

/** Lets use cases and handlers speak of listings in a transaction that is open already: a handler's is its inbox's. */
export const createTransactionOpener =
  (deps: SqlListingsDeps) =>
  (sql: SqlTransaction): ListingsTransaction => ({
    listings: createSqlListingBook(sql, deps),
    reviews: createSqlReviewBook(sql, deps),
    reviewDocuments: deps.reviewDocumentsIn(sql),
    reference: createSqlReferenceBook(sql, deps),
    intakeRows: createSqlIntakeRows(sql),
    stock: createSqlStockBook(sql),
    authors: createSqlAuthorBook(sql),
    guests: createSqlGuestBook(sql),
  });

/** Everything that listings keeps, in one SQL database. */
export function createSqlListingsStore(
  database: SqlDatabase,
  open: (sql: SqlTransaction) => ListingsTransaction,
): ListingsStore {
  return {
    listings: createSqlListingReader(database),
    reviews: createSqlReviewReader(database),
    transaction: (work) => decideAnew(() => database.transaction((sql) => work(open(sql)))),
  };
}
