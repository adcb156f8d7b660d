import { distanceInKm } from '@meridian/platform/values/geo';
import type { RouteResolvers } from '../generated/resolvers-types.ts';
import { loadCarrier, requireAirport } from './references.ts';

export const Route: RouteResolvers = {
  carrier: ({ airline }, _, context) => loadCarrier(airline, null, context),
  origin: ({ origin }, _, context) => requireAirport(origin, context),
  destination: ({ destination }, _, context) => requireAirport(destination, context),
  equipment: ({ equipment }) => [...equipment],
  async distanceInKm({ origin, destination }, _, context) {
    const [from, to] = await Promise.all([requireAirport(origin, context), requireAirport(destination, context)]);
    return Math.round(distanceInKm(from, to));
  },
};
