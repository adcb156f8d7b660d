import type { AirlineResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Airline/__resolveReference.ts';

export const Airline: AirlineResolvers = {
  __resolveReference,
  country: ({ countryName }) => countryName,
};
