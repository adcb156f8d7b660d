import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const car: QueryResolvers['car'] = async (_parent, { id }, { listings, principal }) =>
  (await listings.viewListing({ id, kind: 'CAR', principal })) ?? null;
