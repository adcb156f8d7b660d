import type { GuestBook } from './guest-book.ts';
import type { IntakeRows } from './intake-rows.ts';
import type { ListingBook, ListingReader } from './listing-book.ts';
import type { AuthorBook, StockBook } from './projections.ts';
import type { ReferenceBook } from './reference-book.ts';
import type { ReviewBook, ReviewReader } from './review-book.ts';
import type { ReviewDocuments } from './review-documents.ts';

/**
 * An open transaction over everything that listings keeps. What it reads stays true until it ends, its own writes included.
 * Documents may lie in a store without transactions: what is put there is there at once, and putting it again changes nothing.
 */
export interface ListingsTransaction {
  readonly listings: ListingBook;
  readonly reviews: ReviewBook;
  readonly reviewDocuments: Pick<ReviewDocuments, 'put'>;
  readonly reference: ReferenceBook;
  readonly intakeRows: IntakeRows;
  readonly stock: StockBook;
  readonly authors: AuthorBook;
  readonly guests: GuestBook;
}

/**
 * Everything that listings keeps. What is read outside of a transaction is committed.
 *
 * Guarantees, held by `test/listings-store.contract.ts`:
 * - a throw inside `work` rolls back and is rethrown; an answer with `ok: false` rolls back too and is returned;
 * - what search knows, who counts a departure's seats and the outbox change with the listing that they follow, or not at all.
 */
export interface ListingsStore {
  readonly listings: ListingReader;
  readonly reviews: ReviewReader;
  transaction<T>(work: (transaction: ListingsTransaction) => Promise<T>): Promise<T>;
}
