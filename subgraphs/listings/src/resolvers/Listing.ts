import type { ListingResolvers } from '../generated/resolvers-types.ts';

const names = { FLIGHT: 'Flight', STAY: 'Stay', CAR: 'Car' } as const;

export const Listing: ListingResolvers = {
  __resolveType: ({ kind }) => names[kind],
};
