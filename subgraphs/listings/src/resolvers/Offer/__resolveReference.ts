import type { OfferResolvers } from '../../generated/resolvers-types.ts';

export const __resolveReference: OfferResolvers['__resolveReference'] = async ({ id }, { listings }) =>
  (await listings.readOffer({ id })) ?? null;
