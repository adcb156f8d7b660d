import type { RouteResolvers } from '../generated/resolvers-types.ts';
import { carrier } from './Route/carrier.ts';
import { destination } from './Route/destination.ts';
import { distanceInKm } from './Route/distanceInKm.ts';
import { origin } from './Route/origin.ts';

/** That an airline flies, or flew, between two airports. */
export const Route: RouteResolvers = {
  carrier,
  origin,
  destination,
  distanceInKm,
};
