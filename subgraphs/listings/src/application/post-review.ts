import type { Principal } from '@meridian/platform/identity/principal';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { isLocalDate } from '@meridian/platform/values/local-date';
import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';
import { isText } from '@meridian/platform/values/validation';
import { collectProblems, isBetween } from '../domain/problems.ts';
import type { ListingsStore } from '../ports/listings-store.ts';
import type { ReviewRecordRow, StoredReview } from '../ports/review-book.ts';
import { type Answer, answer, invalid, refuse } from './outcome.ts';
import type { NotFoundFailure, NotPermittedFailure } from './publish/publish-deps.ts';

export type PostReviewRequest = Readonly<{
  listingId: string;
  rating: number;
  title?: string;
  text: string;
  stayedAt?: string;
}>;
export type PostReviewFailure = ValidationFailure | NotFoundFailure | NotPermittedFailure;

export type PostReviewDeps = Readonly<{ store: ListingsStore; clock: Clock; ids: Ids }>;

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

/**
 * Posts a review: one per account and listing, never on a listing of one's own. The record, its announcement and the text, which
 * waits in the record until the handler of `review.posted` has stored it as a document, are one transaction. The rating counts at
 * once. It is no change of the listing by its owner, so its version stays.
 */
export const createPostReview =
  (deps: PostReviewDeps) =>
  async (request: PostReviewRequest, principal: Principal): Promise<Answer<StoredReview, PostReviewFailure>> => {
    if (principal.kind !== 'user') return refuse({ code: 'NOT_PERMITTED' });
    const now = new Date(deps.clock.now()).toISOString();
    const problems = problemsOf(request, now.slice(0, 10));
    if (problems.length > 0) return invalid(problems);
    const { listingId, rating } = request;
    return deps.store.transaction(async (transaction) => {
      const listing = await transaction.listings.find(listingId);
      if (listing?.status !== 'PUBLISHED') return refuse({ code: 'NOT_FOUND', id: listingId });
      if (listing.ownerId === principal.userId) return refuse({ code: 'NOT_PERMITTED' });
      if (await transaction.reviews.hasReviewed(principal.userId, listingId)) {
        return invalid([{ path: ['input', 'listingId'], message: 'You have reviewed this listing before.' }]);
      }
      const id = deps.ids.next('rev');
      const review: ReviewRecordRow = {
        id,
        listingId,
        authorId: principal.userId,
        sourceKey: null,
        version: 1,
        rating,
        postedAt: now,
        stayedAt: request.stayedAt ?? null,
      };
      const text = { authorName: null, title: request.title?.trim() ?? null, body: request.text.trim() };
      await transaction.reviews.add([{ review, text }]);
      await transaction.listings.rate(listing, rating);
      return answer({ ...review, pendingText: text });
    });
  };
