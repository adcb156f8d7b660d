import type { Page } from './page.ts';
import type { ReviewText } from './review-documents.ts';

/** A review's record. Its text is a document. Instants are ISO 8601 in UTC. */
export type ReviewRecordRow = Readonly<{
  id: string;
  listingId: string;
  authorId: string;
  sourceKey: string | null;
  /** Counts changes, from 1. */
  version: number;
  rating: number;
  /** Whether the author had booked the listing here, and has not cancelled since. */
  isVerified: boolean;
  postedAt: string;
  stayedAt: string | null;
}>;

/** A review's record with the text that waits for its document to be written, if it still does. */
export type StoredReview = ReviewRecordRow & Readonly<{ pendingText: ReviewText | null }>;

/** A review on its way into the store. */
export type WrittenReview = Readonly<{ review: ReviewRecordRow; text: ReviewText }>;

/** Where a review stands among those of its listing. */
export type ReviewPlace = Readonly<{ postedAt: string; id: string }>;

/** Which reviews of a listing, behind one when it is given. */
export type ListingReviews = Readonly<{ listingId: string; first: number; after?: ReviewPlace | undefined }>;

/** Records of reviews as they were committed. */
export interface ReviewReader {
  /** The newest first, behind a place when one is given. */
  ofListing(request: ListingReviews): Promise<Page<StoredReview>>;
}

/** Records of reviews, within a transaction. */
export interface ReviewBook {
  /** Adds records with their pending texts and announces `review.posted` for each. */
  add(reviews: readonly WrittenReview[]): Promise<void>;
  /** Replaces rating and pending text of records that are known by source key, and announces them again. */
  replace(reviews: readonly WrittenReview[]): Promise<void>;
  /** The texts that wait, by review; reviews whose document is written are left out. */
  pendingTexts(ids: readonly string[]): Promise<ReadonlyMap<string, ReviewText>>;
  /** Forgets texts that are documents now. */
  clearPending(ids: readonly string[]): Promise<void>;
  hasReviewed(authorId: string, listingId: string): Promise<boolean>;
  /** Takes the mark from an author's review of a listing. Answers the review's rating; undefined where none had the mark. */
  unverify(author: Readonly<{ authorId: string; listingId: string }>): Promise<number | undefined>;
}
