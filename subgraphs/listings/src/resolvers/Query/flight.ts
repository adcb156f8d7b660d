import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const flight: QueryResolvers['flight'] = async (_parent, { id }, { listings, principal }) =>
  (await listings.viewListing({ id, kind: 'FLIGHT', principal })) ?? null;
