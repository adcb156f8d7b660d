import { sellerOf } from '../domain/flight-fares.ts';
import { distanceOf } from '../domain/flight-times.ts';
import { stopsOf } from '../domain/listing.ts';
import type { FlightResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Flight/__resolveReference.ts';
import { destination } from './Flight/destination.ts';
import { offer } from './Flight/offer.ts';
import { origin } from './Flight/origin.ts';
import { listingFields } from './Listing.ts';
import { toDuration, toHost } from './shapes.ts';

/** A dated itinerary. */
export const Flight: FlightResolvers = {
  ...listingFields,
  __resolveReference,
  host: (flight) => toHost(sellerOf(flight)),
  origin,
  destination,
  departureTimeZone: ({ timeZone }) => timeZone,
  duration: ({ durationInMinutes }) => toDuration(durationInMinutes),
  stops: (flight) => stopsOf(flight),
  segments: ({ segments }) => segments.map((segment, index) => ({ segment, next: segments[index + 1] })),
  fares: ({ fares, currency }) => fares.map((fare) => ({ fare, currency })),
  distanceInKm: ({ segments }) => distanceOf(segments),
  offer,
};
