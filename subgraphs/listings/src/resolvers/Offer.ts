import { roomOf } from '../domain/offer.ts';
import type { OfferResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Offer/__resolveReference.ts';
import { expiresAt } from './Offer/expiresAt.ts';
import { token } from './Offer/token.ts';
import { toMoney, toPriceLines } from './shapes.ts';

/** A price that is binding once its token was made. */
export const Offer: OfferResolvers = {
  __resolveReference,
  total: ({ price }) => toMoney(price.totalMinor, price.currency),
  lines: ({ price }) => toPriceLines(price.lines, price.currency),
  cancellationPolicy: ({ cancellation }) => cancellation,
  instantBook: ({ listing }) => listing.instantBook,
  adults: ({ party }) => party.adults,
  children: ({ party }) => party.children,
  rooms: ({ party }) => party.rooms ?? null,
  roomType: (offer) => roomOf(offer) ?? null,
  expiresAt,
  token,
};
