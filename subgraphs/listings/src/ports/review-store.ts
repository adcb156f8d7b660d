import type { SqlTransaction } from '@meridian/platform/sql/sql-database';

/** A review's record. Its text is a document, see {@link ReviewDocuments}. Instants are ISO 8601 in UTC. */
export type ReviewRecordRow = Readonly<{
  id: string;
  listingId: string;
  authorId: string;
  sourceKey: string | null;
  /** Counts changes, from 1. */
  version: number;
  rating: number;
  postedAt: string;
  stayedAt: string | null;
}>;

/** What a guest wrote. */
export type ReviewText = Readonly<{ authorName: string | null; title: string | null; body: string }>;

/** A review's record with the text that waits for its document to be written, if it still does. */
export type StoredReview = ReviewRecordRow & Readonly<{ pendingText: ReviewText | null }>;

export type ReviewPlace = Readonly<{ postedAt: string; id: string }>;

/** Records of reviews. */
export interface ReviewStore {
  /** The newest first, behind a place when one is given; and how many there are. */
  ofListing(
    listingId: string,
    page: Readonly<{ first: number; after?: ReviewPlace }>,
  ): Promise<Readonly<{ reviews: readonly StoredReview[]; totalCount: number }>>;
  find(id: string): Promise<StoredReview | undefined>;
  /** Adds records with their pending texts and announces `review.posted` for each. */
  add(
    transaction: SqlTransaction,
    reviews: readonly Readonly<{ review: ReviewRecordRow; text: ReviewText }>[],
  ): Promise<void>;
  /** Replaces rating and pending text of records that are known by source key, and announces them again. */
  replace(
    transaction: SqlTransaction,
    reviews: readonly Readonly<{ review: ReviewRecordRow; text: ReviewText }>[],
  ): Promise<void>;
  /** The texts that wait, by review; reviews whose document is written are left out. */
  pendingTexts(transaction: SqlTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, ReviewText>>;
  /** Forgets texts that are documents now. */
  clearPending(transaction: SqlTransaction, ids: readonly string[]): Promise<void>;
  hasReviewed(transaction: SqlTransaction, authorId: string, listingId: string): Promise<boolean>;
  bySourceKeys(transaction: SqlTransaction, sourceKeys: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Texts of reviews, as documents. Writing the same text again changes nothing. */
export interface ReviewDocuments {
  /** @param transaction for a store that lies in the same database; any other store ignores it */
  put(transaction: SqlTransaction, texts: ReadonlyMap<string, ReviewText>): Promise<void>;
  get(ids: readonly string[]): Promise<ReadonlyMap<string, ReviewText>>;
}

/** Who has which public profile. */
export interface Authors {
  profileIds(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
