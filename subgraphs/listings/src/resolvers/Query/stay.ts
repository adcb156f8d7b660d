import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const stay: QueryResolvers['stay'] = async (_parent, { id }, { listings, principal }) =>
  (await listings.viewListing({ id, kind: 'STAY', principal })) ?? null;
