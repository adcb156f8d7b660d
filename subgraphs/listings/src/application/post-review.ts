import type { Principal } from '@meridian/platform/identity/principal';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { isLocalDate } from '@meridian/platform/values/local-date';
import type { Problem } from '@meridian/platform/values/problems';
import { isText } from '@meridian/platform/values/validation';
import { type FailureOf, invalid, type Refusal, refuse } from '../domain/failures.ts';
import { collectProblems, isBetween } from '../domain/problems.ts';
import type { ListingsStore } from '../ports/listings-store.ts';
import type { StoredReview, WrittenReview } from '../ports/review-book.ts';
import { userOf } from './caller.ts';

/** What a guest says of a listing. */
export type PostReviewRequest = Readonly<{
  principal: Principal;
  listingId: string;
  rating: number;
  title?: string;
  text: string;
  /** A local date up to today. */
  stayedAt?: string;
}>;

/** What it works with. */
export type PostReviewDeps = Readonly<{ store: ListingsStore; clock: Clock; ids: Ids }>;

type Answer =
  | Readonly<{ ok: true; review: StoredReview }>
  | Refusal<FailureOf<'VALIDATION_FAILED' | 'NOT_FOUND' | 'NOT_PERMITTED' | 'BOOKING_REQUIRED'>>;

function problemsOf(request: PostReviewRequest, today: string): readonly Problem[] {
  const problems = collectProblems('input');
  const { rating, title, text, stayedAt } = request;
  problems.require(isBetween(rating, 1, 5), 'rating', 'A rating is 1, 2, 3, 4 or 5.');
  problems.require(
    title === undefined || isText(title, { minLength: 1, maxLength: 120 }),
    'title',
    'A title has 1 to 120 characters.',
  );
  problems.require(isText(text, { minLength: 10, maxLength: 4_000 }), 'text', 'A review has 10 to 4,000 characters.');
  problems.require(stayedAt === undefined || isLocalDate(stayedAt), 'stayedAt', 'Use a date such as 2026-11-20.');
  problems.require(stayedAt === undefined || stayedAt <= today, 'stayedAt', 'You were there before today.');
  return problems.list();
}

const reviewOf = (
  { listingId, rating, title, text, stayedAt }: PostReviewRequest,
  of: Readonly<{ id: string; authorId: string; postedAt: string }>,
): WrittenReview => ({
  review: { ...of, listingId, sourceKey: null, version: 1, rating, isVerified: true, stayedAt: stayedAt ?? null },
  text: { authorName: null, title: title?.trim() ?? null, body: text.trim() },
});

/**
 * Posts a review: by a guest whose booking stands, one per account and listing, never on a listing of one's own. The record, its announcement and the text, which
 * waits in the record until the handler of `review.posted` has stored it as a document, are one transaction. The rating counts at
 * once. It is no change of the listing by its owner, so its version stays.
 */
export const createPostReview =
  (deps: PostReviewDeps) =>
  async (request: PostReviewRequest): Promise<Answer> => {
    const userId = userOf(request.principal);
    if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
    const now = new Date(deps.clock.now()).toISOString();
    const problems = problemsOf(request, now.slice(0, 10));
    if (problems.length > 0) return invalid(problems);
    const { listingId } = request;
    return deps.store.transaction(async ({ listings, reviews, guests }): Promise<Answer> => {
      const listing = await listings.find(listingId);
      if (listing?.status !== 'PUBLISHED') return refuse({ code: 'NOT_FOUND', id: listingId });
      if (listing.ownerId === userId) return refuse({ code: 'NOT_PERMITTED' });
      if (await reviews.hasReviewed(userId, listingId)) {
        return invalid([{ path: ['input', 'listingId'], message: 'You have reviewed this listing before.' }]);
      }
      if (!(await guests.isGuest(userId, listingId))) return refuse({ code: 'BOOKING_REQUIRED', listingId });
      const written = reviewOf(request, { id: deps.ids.next('rev'), authorId: userId, postedAt: now });
      await reviews.add([written]);
      await listings.rate(listing, written.review.rating);
      return { ok: true, review: { ...written.review, pendingText: written.text } };
    });
  };
