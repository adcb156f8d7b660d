import type { OfferResolvers } from '../../generated/resolvers-types.ts';

export const __resolveReference: OfferResolvers['__resolveReference'] = async ({ id }, { listings, principal }) =>
  (await listings.readOffer({ id, principal })) ?? null;
