import type { Principal } from '@meridian/platform/identity/principal';
import type { Listing, ListingKind } from '../domain/listing.ts';
import type { ListingPlace } from '../ports/listing-book.ts';
import type { ListingsStore } from '../ports/listings-store.ts';
import type { Page } from '../ports/page.ts';
import { publisherOf } from './publish/publish-deps.ts';

/** Which of the caller's listings. `first` is between 1 and 100; `after` is the last one of the page before. */
export type ListOwnListingsRequest = Readonly<{
  principal: Principal;
  kind?: ListingKind | undefined;
  first: number;
  after?: ListingPlace | undefined;
}>;

/** The caller's own listings, the newest first; undefined for who may not publish. */
export const createListOwnListings =
  ({ store }: Readonly<{ store: Pick<ListingsStore, 'listings'> }>) =>
  async ({ principal, ...page }: ListOwnListingsRequest): Promise<Page<Listing> | undefined> => {
    const publisher = publisherOf(principal);
    return publisher && store.listings.ownedBy({ ...page, ownerId: publisher.userId });
  };
