import type { Clock } from '@meridian/platform/time/clock';
import { type Offer, offerFor } from '../../domain/offer.ts';
import { offerRequestOf } from '../../domain/offer-request.ts';
import { isOnShow } from '../../domain/visibility.ts';
import type { ListingsStore } from '../../ports/listings-store.ts';

/** Which offer, by what its id describes. */
export type ReadOfferRequest = Readonly<{ id: string }>;

/** What it works with. */
export type ReadOfferDeps = Readonly<{ store: Pick<ListingsStore, 'listings'>; clock: Clock }>;

/** Makes an offer anew from its id, at today's price; undefined when it cannot be had any more, or never could. */
export const createReadOffer =
  ({ store, clock }: ReadOfferDeps) =>
  async ({ id }: ReadOfferRequest): Promise<Offer | undefined> => {
    const request = offerRequestOf(id);
    if (request === undefined) return undefined;
    const listing = (await store.listings.findMany([request.listingId])).get(request.listingId);
    return listing && isOnShow(listing) ? offerFor(listing, request, clock.now()) : undefined;
  };
