import type { AirlineResolvers } from '../generated/resolvers-types.ts';

export const Airline: AirlineResolvers = {
  __resolveReference: ({ code }, { loaders }) => loaders.airline.load(code),
  country: ({ countryName }) => countryName,
};
