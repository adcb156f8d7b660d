import type { PlaceResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Place/__resolveReference.ts';
import { airports } from './Place/airports.ts';
import { carCount } from './Place/carCount.ts';
import { stayCount } from './Place/stayCount.ts';
import { toLocation } from './shapes.ts';

/** A place to search at. */
export const Place: PlaceResolvers = {
  __resolveReference,
  location: (place) => toLocation(place),
  airports,
  stayCount,
  carCount,
};
