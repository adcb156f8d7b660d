import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { EventFactory } from '@meridian/platform/event-log/create-event';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import type { LocalDate } from '@meridian/platform/values/local-date';
import type { AirportRecord } from '@meridian/schema/contracts/place-records';
import type { EventType } from '@meridian/schema/events/define-event';
import {
  type AirportState,
  airportDeleted,
  airportUpdated,
  type CarState,
  type FlightState,
  type ListingState,
  listingCreated,
  listingDeleted,
  listingUpdated,
  reviewPosted,
  type StayState,
} from '@meridian/schema/events/listings';
import { type Car, carResource, type Flight, type Listing, ratingOf, type Stay, stopsOf } from '../domain/listing.ts';
import { flatNights, flatUnits, ratesOf } from '../domain/night-rates.ts';
import type { ReviewRecordRow } from '../ports/review-book.ts';

/** What the state of a listing tells that depends on the day: its lowest price, and from when on nights count. */
export type StateAt = Readonly<{ fromPriceMinor: number | null; today: LocalDate }>;

const commonState = (listing: Listing, at: StateAt) => ({
  id: listing.id,
  version: listing.version,
  ownerId: listing.ownerId,
  status: listing.status,
  title: listing.title,
  city: listing.city,
  countryCode: listing.countryCode,
  latitude: listing.latitude,
  longitude: listing.longitude,
  timeZone: listing.timeZone,
  currency: listing.currency,
  fromPriceMinor: at.fromPriceMinor,
  cancellation: { name: listing.cancellation.name, steps: [...listing.cancellation.steps] },
  instantBook: listing.instantBook,
  rating: ratingOf(listing.ratings),
});

const segmentState = (segment: Flight['segments'][number]): FlightState['segments'][number] => ({
  resource: segment.resource,
  carrier: segment.carrier,
  flightNumber: segment.flightNumber ?? '',
  origin: segment.origin,
  destination: segment.destination,
  departsAt: segment.departsAt,
  departureTimeZone: segment.departureTimeZone,
  arrivesAt: segment.arrivesAt,
  arrivalTimeZone: segment.arrivalTimeZone,
  durationInMinutes: segment.durationInMinutes,
  seats: [...segment.seats],
});

const fareState = (fare: Flight['fares'][number]): FlightState['fares'][number] => ({
  id: fare.id,
  cabin: fare.cabin,
  bucket: fare.bucket,
  limit: fare.limit,
  priceMinor: fare.priceMinor,
  taxMinor: fare.taxMinor,
  feeMinor: fare.feeMinor,
  refundable: fare.refundable,
});

const flightState = (flight: Flight, at: StateAt): FlightState => ({
  ...commonState(flight, at),
  kind: 'FLIGHT',
  origin: flight.origin,
  destination: flight.destination,
  departsAt: flight.departsAt,
  arrivesAt: flight.arrivesAt,
  arrivalTimeZone: flight.arrivalTimeZone,
  durationInMinutes: flight.durationInMinutes,
  stops: stopsOf(flight),
  segments: flight.segments.map(segmentState),
  fares: flight.fares.map(fareState),
});

const roomStates = (stay: Stay, today: LocalDate): StayState['roomTypes'] =>
  ratesOf(stay, today).map((rates) => {
    const nights = flatNights(rates);
    const nightlyUnits = flatUnits(stay, rates, nights);
    const { resource, units, maxGuests } = rates;
    const state = { resource, units, maxGuests, from: nights.from, nightlyPricesMinor: nights.prices };
    return nightlyUnits ? { ...state, nightlyUnits } : state;
  });

const stayState = (stay: Stay, at: StateAt): StayState => ({
  ...commonState(stay, at),
  kind: 'STAY',
  stayType: stay.stayType,
  area: stay.area,
  amenities: [...stay.amenities],
  minNights: stay.minNights,
  roomTypes: roomStates(stay, at.today),
});

const carState = (car: Car, at: StateAt): CarState => ({
  ...commonState(car, at),
  kind: 'CAR',
  carClass: car.carClass,
  seats: car.seats,
  transmission: car.transmission,
  resource: carResource(car.id),
  units: car.units,
  dailyPriceMinor: car.dailyPriceMinor,
  availableFrom: car.availableFrom,
  availableUntil: car.availableUntil,
});

/** A listing's whole state, as other services learn of it. No text of a person is in it. */
function listingStateOf(listing: Listing, at: StateAt): ListingState {
  if (listing.kind === 'FLIGHT') return flightState(listing, at);
  return listing.kind === 'STAY' ? stayState(listing, at) : carState(listing, at);
}

/** An airport's whole state, as other services learn of it. */
const airportStateOf = (airport: AirportRecord, version: number): AirportState => ({
  code: airport.iata,
  version,
  icao: airport.icao ?? null,
  airportName: airport.name,
  city: airport.city,
  countryCode: airport.countryCode,
  subdivision: airport.subdivision ?? null,
  latitude: airport.latitude,
  longitude: airport.longitude,
  elevationInFeet: airport.elevationInFeet ?? null,
  timeZone: airport.timeZone,
  size: airport.size,
  scheduledService: airport.scheduledService,
  keywords: [...airport.keywords],
});

/** Makes the events that listings puts into its outbox. */
export function createPublishedEvents(createEvent: EventFactory) {
  const outgoing = <Data>(
    type: EventType<Data>,
    of: { subject: string; sequence: number; data: Data },
  ): OutgoingEvent => ({
    topic: type.topic,
    event: createEvent({ type: type.type, version: type.version, ...of }) as CloudEvent,
  });
  return {
    listingChanged: (listing: Listing, isNew: boolean, at: StateAt) =>
      outgoing(isNew ? listingCreated : listingUpdated, {
        subject: listing.id,
        sequence: listing.version,
        data: listingStateOf(listing, at),
      }),
    listingDeleted: ({ id, version, ownerId, kind }: Listing) =>
      outgoing(listingDeleted, { subject: id, sequence: version, data: { id, version, ownerId, kind } }),
    airportUpdated: (airport: AirportRecord, version: number) =>
      outgoing(airportUpdated, { subject: airport.iata, sequence: version, data: airportStateOf(airport, version) }),
    airportDeleted: (code: string, version: number) =>
      outgoing(airportDeleted, { subject: code, sequence: version, data: { code, version } }),
    reviewPosted: (review: ReviewRecordRow) =>
      outgoing(reviewPosted, {
        subject: review.id,
        sequence: review.version,
        data: { reviewId: review.id, listingId: review.listingId, authorId: review.authorId, rating: review.rating },
      }),
  };
}

/** See {@link createPublishedEvents}. */
export type PublishedEvents = ReturnType<typeof createPublishedEvents>;
