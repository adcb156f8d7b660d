import type { Principal } from '@meridian/platform/identity/principal';
import { kindOfId, type Listing, type ListingKind } from '../domain/listing.ts';
import { isOnShow } from '../domain/visibility.ts';
import type { ListingsStore } from '../ports/listings-store.ts';
import type { Tracking } from '../ports/tracking.ts';
import { userOf } from './caller.ts';

/** Which listing somebody opens, and of which kind it has to be; of any when that is absent. */
export type ViewListingRequest<Kind extends ListingKind> = Readonly<{ principal: Principal; id: string; kind?: Kind }>;

/** What it works with. */
export type ViewListingDeps = Readonly<{ store: Pick<ListingsStore, 'listings'>; tracking: Tracking }>;

/** A listing's details, and that they were looked at. Undefined for an id that names none, or one that was removed. */
export const createViewListing =
  ({ store, tracking }: ViewListingDeps) =>
  async <Kind extends ListingKind = ListingKind>(
    request: ViewListingRequest<Kind>,
  ): Promise<Extract<Listing, { kind: Kind }> | undefined> => {
    const { principal, id } = request;
    const kind = kindOfId(id);
    if (kind === undefined || (request.kind ?? kind) !== kind) return undefined;
    const listing = (await store.listings.findMany([id])).get(id);
    if (!listing || !isOnShow(listing)) return undefined;
    tracking.listingViewed({ userId: userOf(principal) ?? null, visitId: null, listingId: id, kind });
    return listing as Extract<Listing, { kind: Kind }>;
  };
