import { partySize } from '../domain/flight-price.ts';
import { stopsOf } from '../domain/listing.ts';
import type { FlightResolvers } from '../generated/resolvers-types.ts';
import { listingFields } from './listing-fields.ts';
import { listingReference, requireAirport } from './references.ts';
import { toDuration } from './shapes.ts';

const resolveReference = listingReference('FLIGHT');

export const Flight: FlightResolvers = {
  ...listingFields,
  __resolveReference: (reference, context) => resolveReference(reference, context),
  // Who sells a flight is known from the flight itself: the carrier of its first segment.
  host: ({ segments: [first] }) =>
    first?.carrierName ? { name: first.carrierName, superhost: null, since: null } : null,
  origin: ({ origin }, _, context) => requireAirport(origin, context),
  destination: ({ destination }, _, context) => requireAirport(destination, context),
  departureTimeZone: ({ timeZone }) => timeZone,
  duration: ({ durationInMinutes }) => toDuration(durationInMinutes),
  stops: (flight) => stopsOf(flight),
  segments: ({ segments }) => segments.map((segment, index) => ({ segment, next: segments[index + 1] })),
  fares: ({ fares, currency }) => fares.map((fare) => ({ fare, currency })),
  distanceInKm: ({ segments }) => segments.reduce((sum, segment) => sum + segment.distanceInKm, 0),
  offer(flight, { fareId, adults, children }, { app }) {
    const party = { adults: adults ?? 1, children: children ?? 0 };
    const fitting = flight.fares.find(({ limit }) => limit >= partySize(party));
    const chosen = fareId ?? fitting?.id;
    if (chosen === undefined) return null;
    return app.offerFor(flight, { kind: 'FLIGHT', listingId: flight.id, fareId: chosen, ...party }) ?? null;
  },
};
