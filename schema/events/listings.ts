import { z } from 'zod';
import { cancellationTerms } from '../src/contracts/offer.ts';
import { defineEvent } from './define-event.ts';
import { airportCode, countryCode, currency, localDate, localDateTime, minor } from './values.ts';

/** What all kinds share. `version` rises by one with each change. No text of a person is in it. */
const common = {
  id: z.string(),
  version: z.int().positive(),
  ownerId: z.string(),
  status: z.enum(['PUBLISHED', 'REMOVED']),
  title: z.string(),
  city: z.string(),
  countryCode,
  latitude: z.number(),
  longitude: z.number(),
  timeZone: z.string(),
  currency,
  /** The lowest price at which something of it can be booked, with taxes and fees; null when nothing can. */
  fromPriceMinor: minor.nullable(),
  cancellation: cancellationTerms,
  instantBook: z.boolean(),
  rating: z.number().nullable(),
};

export const cabin = z.enum(['ECONOMY', 'PREMIUM_ECONOMY', 'BUSINESS', 'FIRST']);

/** A segment departure. `resource` is the same for every itinerary that flies on it: `<carrier><number>.<origin>.<date>`. */
export const segmentState = z.object({
  resource: z.string(),
  carrier: z.string(),
  flightNumber: z.string(),
  origin: airportCode,
  destination: airportCode,
  departsAt: localDateTime,
  departureTimeZone: z.string(),
  arrivesAt: localDateTime,
  arrivalTimeZone: z.string(),
  durationInMinutes: z.int().positive(),
  /** Seats per cabin on this departure: the stock, shared by every itinerary that uses it. */
  seats: z.array(z.object({ cabin, capacity: z.int().nonnegative() })),
});

export const fareState = z.object({
  id: z.string(),
  cabin,
  bucket: z.string(),
  /** At most this many seats are sold from this bucket, within the cabin's capacity. */
  limit: z.int().nonnegative(),
  priceMinor: minor,
  taxMinor: minor,
  feeMinor: minor,
  refundable: z.boolean(),
});

export const flightState = z.object({
  ...common,
  kind: z.literal('FLIGHT'),
  origin: airportCode,
  destination: airportCode,
  departsAt: localDateTime,
  arrivesAt: localDateTime,
  arrivalTimeZone: z.string(),
  durationInMinutes: z.int().positive(),
  stops: z.int().nonnegative(),
  segments: z.array(segmentState).min(1).max(3),
  fares: z.array(fareState).min(1),
});

/** Nights from `from` on, one entry per date. A null price means that the night is closed. */
export const roomTypeState = z.object({
  /** `<listing id>.<room type key>`: the resource that bookings counts. */
  resource: z.string(),
  units: z.int().nonnegative(),
  maxGuests: z.int().positive(),
  from: localDate,
  nightlyPricesMinor: z.array(minor.nullable()),
  /** Units on sale per night, in step with `nightlyPricesMinor`; absent: `units` on every open night. */
  nightlyUnits: z.array(z.int().nonnegative()).optional(),
});

export const stayState = z.object({
  ...common,
  kind: z.literal('STAY'),
  stayType: z.string(),
  area: z.string(),
  amenities: z.array(z.string()),
  minNights: z.int().positive(),
  roomTypes: z.array(roomTypeState).min(1),
});

export const carState = z.object({
  ...common,
  kind: z.literal('CAR'),
  carClass: z.string(),
  seats: z.int().positive(),
  /** Null where the source does not tell. */
  transmission: z.enum(['AUTOMATIC', 'MANUAL']).nullable(),
  resource: z.string(),
  units: z.int().nonnegative(),
  dailyPriceMinor: minor,
  /** Local dates on which it can be hired, half-open. */
  availableFrom: localDate,
  availableUntil: localDate,
});

export const listingState = z.discriminatedUnion('kind', [flightState, stayState, carState]);
export type ListingState = z.infer<typeof listingState>;
export type FlightState = z.infer<typeof flightState>;
export type StayState = z.infer<typeof stayState>;
export type CarState = z.infer<typeof carState>;

export const listingCreated = defineEvent({
  type: 'listing.created',
  version: 1,
  topic: 'listings',
  description: 'A listing was published, by an owner, an import or the demo market. Carries its whole state.',
  schema: listingState,
});
export const listingUpdated = defineEvent({
  type: 'listing.updated',
  version: 1,
  topic: 'listings',
  description: 'A listing has changed. Carries its whole state after the change.',
  schema: listingState,
});
export const listingDeleted = defineEvent({
  type: 'listing.deleted',
  version: 1,
  topic: 'listings',
  description: 'A listing is gone. What was booked stays booked.',
  schema: z.object({
    id: z.string(),
    version: z.int().positive(),
    ownerId: z.string(),
    kind: z.enum(['FLIGHT', 'STAY', 'CAR']),
  }),
});

/** What is known of an airport. `version` rises by one with each change; a code that is given again goes on counting. */
export const airportState = z.object({
  code: airportCode,
  version: z.int().positive(),
  icao: z.string().nullable(),
  airportName: z.string(),
  /** The city it serves. */
  city: z.string(),
  countryCode,
  /** ISO 3166-2; null where the source does not tell. */
  subdivision: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  elevationInFeet: z.number().nullable(),
  timeZone: z.string(),
  size: z.enum(['large', 'medium', 'small']),
  scheduledService: z.boolean(),
  /** Other names of it or its city. */
  keywords: z.array(z.string()),
});
export type AirportState = z.infer<typeof airportState>;

export const airportUpdated = defineEvent({
  type: 'airport.updated',
  version: 1,
  topic: 'listings',
  description: 'There is an airport under a code, or something else is known of it. Carries its whole state.',
  schema: airportState,
});
export const airportDeleted = defineEvent({
  type: 'airport.deleted',
  version: 1,
  topic: 'listings',
  description: 'There is no airport under a code any more: its airport got another one.',
  schema: z.object({ code: airportCode, version: z.int().positive() }),
});

export const reviewPosted = defineEvent({
  type: 'review.posted',
  version: 1,
  topic: 'reviews',
  description: 'A review was posted. Its text is not in the event.',
  schema: z.object({
    reviewId: z.string(),
    listingId: z.string(),
    authorId: z.string(),
    rating: z.number().min(1).max(5),
  }),
});
