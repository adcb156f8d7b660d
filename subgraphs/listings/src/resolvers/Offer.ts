import type { Offer as OfferModel } from '../domain/offer.ts';
import type { OfferResolvers } from '../generated/resolvers-types.ts';
import type { ListingsContext } from './context.ts';
import { loadListing } from './references.ts';
import { toMoney } from './shapes.ts';

/** Makes an offer anew from its id, at today's price; null when it cannot be had any more. */
export async function loadOffer(id: string, context: ListingsContext): Promise<OfferModel | null> {
  const request = context.app.offerRequestOf(id);
  const listing = request && (await loadListing(request.listingId, context));
  return (request && listing && context.app.offerFor(listing, request)) ?? null;
}

export const Offer: OfferResolvers = {
  __resolveReference: ({ id }, context) => loadOffer(id, context),
  total: ({ price }) => toMoney(price.totalMinor, price.currency),
  lines: ({ price }) =>
    price.lines.map(({ kind, label, amountMinor }) => ({ kind, label, amount: toMoney(amountMinor, price.currency) })),
  cancellationPolicy: ({ cancellation }) => cancellation,
  instantBook: ({ listing }) => listing.instantBook,
  expiresAt: (_, __, { app }) => app.offerExpiry(),
  token: (offer, _, { app, principal }) => app.signOffer(offer, principal),
};
