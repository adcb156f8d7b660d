import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const offer: QueryResolvers['offer'] = async (_parent, { id }, { listings }) =>
  (await listings.readOffer({ id })) ?? null;
