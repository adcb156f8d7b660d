import type { ListingResolvers } from '../generated/resolvers-types.ts';

/** A listing of another subgraph: its reference knows its type, so that nobody has to ask listings for it. */
export const Listing: ListingResolvers = { __resolveType: ({ __typename }) => __typename };
