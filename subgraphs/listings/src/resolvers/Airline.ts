import type { AirlineResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Airline/__resolveReference.ts';

/** An airline. */
export const Airline: AirlineResolvers = {
  __resolveReference,
  country: ({ countryName }) => countryName,
};
