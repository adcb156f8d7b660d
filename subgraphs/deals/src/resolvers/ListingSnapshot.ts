import type { ListingSnapshotResolvers } from '../generated/resolvers-types.ts';

/** What is remembered of a listing. */
export const ListingSnapshot: ListingSnapshotResolvers = {
  price: ({ priceMinor, currency }) => ({ minor: priceMinor, currency }),
};
