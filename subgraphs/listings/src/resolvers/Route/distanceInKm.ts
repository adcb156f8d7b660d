import { distanceInKm as kilometresBetween } from '@meridian/platform/values/geo';
import type { RouteResolvers } from '../../generated/resolvers-types.ts';
import { requireAirport } from '../loaded.ts';

export const distanceInKm: RouteResolvers['distanceInKm'] = async ({ origin, destination }, _args, context) => {
  const [from, to] = await Promise.all([requireAirport(origin, context), requireAirport(destination, context)]);
  return Math.round(kilometresBetween(from, to));
};
