import type { OfferExpiredResolvers } from '../generated/resolvers-types.ts';
import { failedOffer } from './failed-offer.ts';

/** An offer whose time is over. */
export const OfferExpired: OfferExpiredResolvers = failedOffer;
