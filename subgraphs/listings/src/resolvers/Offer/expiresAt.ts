import type { OfferResolvers } from '../../generated/resolvers-types.ts';

export const expiresAt: OfferResolvers['expiresAt'] = (_offer, _args, { listings }) => listings.offerExpiry();
