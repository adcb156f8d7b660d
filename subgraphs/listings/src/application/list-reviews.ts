import type { ListingsStore } from '../ports/listings-store.ts';
import type { Page } from '../ports/page.ts';
import type { ListingReviews, StoredReview } from '../ports/review-book.ts';

/** Which reviews of a listing. `first` is between 1 and 100; `after` is the last one of the page before. */
export type ListReviewsRequest = ListingReviews;

/** What guests wrote about a listing, the newest first. Whoever may see the listing may read it. */
export const createListReviews =
  ({ store }: Readonly<{ store: Pick<ListingsStore, 'reviews'> }>) =>
  (request: ListReviewsRequest): Promise<Page<StoredReview>> =>
    store.reviews.ofListing(request);
