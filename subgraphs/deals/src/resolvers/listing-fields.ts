import { deals } from './Listing/deals.ts';
import { priceInsight } from './Listing/priceInsight.ts';
import { listingById } from './listing-reference.ts';

/** What this subgraph adds to all three kinds of listings. */
export const listingFields = {
  __resolveReference: ({ id }: Readonly<{ id: string }>) => listingById(id),
  priceInsight,
  deals,
};
