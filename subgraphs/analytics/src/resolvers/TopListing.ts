import { listingRefOf } from '../domain/listing.ts';
import type { TopListingResolvers } from '../generated/resolvers-types.ts';

/** A listing in a ranking. */
export const TopListing: TopListingResolvers = { listing: ({ listingId }) => listingRefOf(listingId) ?? null };
