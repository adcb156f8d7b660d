import type { OfferResolvers } from '../../generated/resolvers-types.ts';

export const token: OfferResolvers['token'] = (offer, _args, { listings, principal }) =>
  listings.signOffer({ offer, principal });
