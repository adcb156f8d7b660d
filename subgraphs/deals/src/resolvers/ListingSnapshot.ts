import type { ListingSnapshotResolvers } from '../generated/resolvers-types.ts';

/** What is remembered of a listing. */
export const ListingSnapshot: ListingSnapshotResolvers = {
  flightNumbers: ({ flightNumbers }) => flightNumbers ?? [],
  price: ({ priceMinor, currency }) => ({ minor: priceMinor, currency }),
};
