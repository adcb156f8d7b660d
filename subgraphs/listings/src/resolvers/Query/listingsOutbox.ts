import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const listingsOutbox: QueryResolvers['listingsOutbox'] = async (_parent, _arguments, { listings, principal }) =>
  (await listings.readOutbox({ principal })) ?? null;
