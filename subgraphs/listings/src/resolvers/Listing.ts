import { type Listing as AnyListing, ratingOf, reviewCountOf } from '../domain/listing.ts';
import type { ListingResolvers } from '../generated/resolvers-types.ts';
import { fromPrice } from './Listing/fromPrice.ts';
import { images } from './Listing/images.ts';
import { owner } from './Listing/owner.ts';
import { reviews } from './Listing/reviews.ts';
import { toHost, toLocation } from './shapes.ts';

const names = { FLIGHT: 'Flight', STAY: 'Stay', CAR: 'Car' } as const;

/** Tells which of the three kinds a listing is. */
export const Listing: ListingResolvers = {
  __resolveType: ({ kind }) => names[kind],
};

/** The fields that all three kinds of listings have, where they are more than what is stored. */
export const listingFields = {
  location: (listing: AnyListing) => toLocation(listing),
  images,
  rating: (listing: AnyListing) => ratingOf(listing.ratings),
  reviewCount: (listing: AnyListing) => reviewCountOf(listing.ratings),
  reviews,
  owner,
  host: ({ host }: AnyListing) => host && toHost(host.name, host),
  fromPrice,
  cancellationPolicy: ({ cancellation }: AnyListing) => cancellation,
};
