import type { PriceInsightSummaryFragment, ReviewListFragment } from '../../generated/features/listing/listing.ts';
import { PriceInsight } from './price-insight.tsx';
import type { PricedKind } from './price-words.ts';
import { Reviews } from './reviews.tsx';

export type MoreOfListingProps = Readonly<{
  id: string;
  kind: PricedKind;
  insight: PriceInsightSummaryFragment | null;
  /** Whether nothing of it can be bought: no advice is given then. */
  isSoldOut?: boolean;
  rating: number | null;
  reviews: ReviewListFragment;
}>;

/** What helps to decide, below what is offered: how the price went, and what travelers wrote. */
export const MoreOfListing = ({ id, kind, insight, isSoldOut, rating, reviews }: MoreOfListingProps) => (
  <>
    {insight && <PriceInsight insight={insight} kind={kind} listingId={id} isSoldOut={isSoldOut} />}
    <Reviews rating={rating} reviews={reviews} />
  </>
);
