import { todayIn } from '@meridian/platform/values/local-date';
import { fromPriceOf } from '../domain/from-price.ts';
import { flightImagesOf } from '../domain/images.ts';
import { type Listing as AnyListing, platformOwnerId, ratingOf, reviewCountOf } from '../domain/listing.ts';
import type { ListingsContext } from './context.ts';
import { pageSize, placeBehind, toConnection } from './list-page.ts';
import { toLocation, toMoney } from './shapes.ts';

type Page = Readonly<{ first?: number | null; after?: string | null }>;

async function reviews(listing: AnyListing, page: Page, context: ListingsContext) {
  const first = pageSize(page.first);
  const behind = placeBehind('reviews', page);
  const after = behind && { postedAt: behind[0] ?? '', id: behind[1] ?? '' };
  const found = await context.reads.reviews.ofListing(listing.id, { first: first + 1, ...(after ? { after } : {}) });
  return toConnection({
    name: 'reviews',
    first,
    items: found.reviews,
    totalCount: found.totalCount,
    isContinued: after !== undefined,
    place: ({ postedAt, id }) => [postedAt, id],
  });
}

async function owner(listing: AnyListing, _: unknown, context: ListingsContext) {
  if (listing.ownerId === platformOwnerId) return null;
  const id = await context.loaders.profileId.load(listing.ownerId);
  return id === null ? null : { __typename: 'PublicProfile' as const, id };
}

/** The fields that all three kinds of listings have, where they are more than what is stored. */
export const listingFields = {
  location: (listing: AnyListing) => toLocation(listing),
  async images(listing: AnyListing, _: unknown, context: ListingsContext) {
    const { kind } = listing;
    const stored = await context.loaders.images.load(listing.id);
    // A market has thousands of flights, whose pictures follow from the route: none are stored.
    const images = stored.length === 0 && listing.kind === 'FLIGHT' ? flightImagesOf(listing) : stored;
    return images.map((image) => ({ image, kind }));
  },
  rating: (listing: AnyListing) => ratingOf(listing.ratings),
  reviewCount: (listing: AnyListing) => reviewCountOf(listing.ratings),
  reviews,
  owner,
  host: ({ host }: AnyListing) =>
    host && { name: host.name, superhost: host.superhost ?? null, since: host.since ?? null },
  fromPrice(listing: AnyListing, _: unknown, context: ListingsContext) {
    const minor = fromPriceOf(listing, todayIn(listing.timeZone, context.app.now()));
    return minor === null ? null : toMoney(minor, listing.currency);
  },
  cancellationPolicy: ({ cancellation }: AnyListing) => cancellation,
};
