import type { PriceChangedResolvers } from '../generated/resolvers-types.ts';
import { failedOffer } from './failed-offer.ts';

/** An offer whose time is over, of a listing that has other prices now. */
export const PriceChanged: PriceChangedResolvers = failedOffer;
