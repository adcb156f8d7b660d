import type { Principal } from '@meridian/platform/identity/principal';
import type { Listing } from '../domain/listing.ts';
import type { ListedListings } from '../ports/listing-book.ts';
import type { ListingsStore } from '../ports/listings-store.ts';
import type { Page } from '../ports/page.ts';
import { publisherOf } from './publish/publish-deps.ts';

/** Which listings. `first` is between 1 and 100; `after` is the last one of the page before. */
export type ListListingsRequest = ListedListings & Readonly<{ principal: Principal }>;

type Deps = Readonly<{ store: Pick<ListingsStore, 'listings'> }>;

/** The caller's own listings, the newest first; undefined for who may not publish. */
export const createListOwnListings =
  ({ store }: Deps) =>
  async ({ principal, ...wanted }: Omit<ListListingsRequest, 'ownerId'>): Promise<Page<Listing> | undefined> => {
    const publisher = publisherOf(principal);
    return publisher && store.listings.list({ ...wanted, ownerId: publisher.userId });
  };

/** Everybody's listings, the newest first; undefined for who may not change them. */
export const createListAllListings =
  ({ store }: Deps) =>
  async ({ principal, ...wanted }: ListListingsRequest): Promise<Page<Listing> | undefined> =>
    publisherOf(principal)?.isAdmin ? store.listings.list(wanted) : undefined;
