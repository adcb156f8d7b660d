import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const listing: QueryResolvers['listing'] = async (_parent, { id }, { listings, principal }) =>
  (await listings.viewListing({ id, principal })) ?? null;
