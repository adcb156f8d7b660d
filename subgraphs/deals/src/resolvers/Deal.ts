import type { DealResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Deal/__resolveReference.ts';
import { listingById } from './listing-reference.ts';

/** A low price. */
export const Deal: DealResolvers = {
  __resolveReference,
  listing: ({ listingId }) => listingById(listingId),
  travelDate: ({ slot }) => slot,
  explanation: (deal) => deal,
};
