import { toInstant } from '@meridian/platform/values/zoned-time';
import type { SegmentResolvers } from '../generated/resolvers-types.ts';
import type { SegmentParent } from './parents.ts';
import { loadCarrier, requireAirport } from './references.ts';
import { toDuration } from './shapes.ts';

function layover({ segment, next }: SegmentParent): string | null {
  if (!next) return null;
  const gap = toInstant(next.departsAt, next.departureTimeZone) - toInstant(segment.arrivesAt, segment.arrivalTimeZone);
  return toDuration(Math.round(gap / 60_000));
}

export const Segment: SegmentResolvers = {
  id: ({ segment }) => segment.resource,
  carrier: ({ segment }, _, context) => loadCarrier(segment.carrier, segment.carrierName, context),
  flightNumber: ({ segment }) => (segment.flightNumber === null ? null : `${segment.carrier} ${segment.flightNumber}`),
  origin: ({ segment }, _, context) => requireAirport(segment.origin, context),
  destination: ({ segment }, _, context) => requireAirport(segment.destination, context),
  departsAt: ({ segment }) => segment.departsAt,
  departureTimeZone: ({ segment }) => segment.departureTimeZone,
  arrivesAt: ({ segment }) => segment.arrivesAt,
  arrivalTimeZone: ({ segment }) => segment.arrivalTimeZone,
  duration: ({ segment }) => toDuration(segment.durationInMinutes),
  aircraft: ({ segment }) => segment.aircraft,
  distanceInKm: ({ segment }) => segment.distanceInKm,
  layover,
};
