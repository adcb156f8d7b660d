import { layoverInMinutes } from '../domain/flight-times.ts';
import type { SegmentResolvers } from '../generated/resolvers-types.ts';
import { carrier } from './Segment/carrier.ts';
import { destination } from './Segment/destination.ts';
import { origin } from './Segment/origin.ts';
import { toDuration } from './shapes.ts';

/** A leg in the air. */
export const Segment: SegmentResolvers = {
  id: ({ segment }) => segment.resource,
  carrier,
  flightNumber: ({ segment }) => (segment.flightNumber === null ? null : `${segment.carrier} ${segment.flightNumber}`),
  origin,
  destination,
  departsAt: ({ segment }) => segment.departsAt,
  departureTimeZone: ({ segment }) => segment.departureTimeZone,
  arrivesAt: ({ segment }) => segment.arrivesAt,
  arrivalTimeZone: ({ segment }) => segment.arrivalTimeZone,
  duration: ({ segment }) => toDuration(segment.durationInMinutes),
  aircraft: ({ segment }) => segment.aircraft,
  distanceInKm: ({ segment }) => segment.distanceInKm,
  layover: ({ segment, next }) => (next ? toDuration(layoverInMinutes(segment, next)) : null),
};
