import type { AirportResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Airport/__resolveReference.ts';
import { place } from './Airport/place.ts';
import { routes } from './Airport/routes.ts';
import { toLocation } from './shapes.ts';

/** An airport. */
export const Airport: AirportResolvers = {
  __resolveReference,
  location: (airport) => toLocation(airport),
  place,
  routes,
};
