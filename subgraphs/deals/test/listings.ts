import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { PriceObservationRecord } from '@meridian/schema/contracts/observation-records';
import type { AirportState, CarState, FlightState, ListingState, StayState } from '@meridian/schema/events/listings';
import { dayInMs, startOfTests } from './harness.ts';

/** Ids as listings makes them. */
export const flightId = (number: number): string => `flt_${String(number).padStart(22, '0')}`;
export const stayId = (number: number): string => `sty_${String(number).padStart(22, '0')}`;
const carId = (number: number): string => `car_${String(number).padStart(22, '0')}`;

const common = {
  version: 1,
  ownerId: 'usr_owner',
  status: 'PUBLISHED' as const,
  countryCode: 'SG',
  latitude: 1.35,
  longitude: 103.99,
  timeZone: 'Asia/Singapore',
  currency: 'USD',
  cancellation: { name: 'FLEXIBLE' as const, steps: [{ hoursBefore: 24, refundPercent: 100 }] },
  instantBook: true,
  rating: 4.8,
};

/** A nonstop flight in ten days, of one segment with 20 seats. */
export function flight(number: number, priceMinor: number, changes: Partial<FlightState> = {}): FlightState {
  const times = { departsAt: '2027-03-11T09:30', arrivesAt: '2027-03-11T11:00' };
  return {
    ...common,
    ...times,
    kind: 'FLIGHT',
    id: flightId(number),
    title: 'Singapore → Bangkok',
    city: 'Singapore',
    fromPriceMinor: priceMinor,
    origin: 'SIN',
    destination: 'BKK',
    arrivalTimeZone: 'Asia/Bangkok',
    durationInMinutes: 150,
    stops: 0,
    segments: [
      {
        ...times,
        resource: `TR${100 + number}.SIN.2027-03-11`,
        carrier: 'TR',
        flightNumber: String(100 + number),
        origin: 'SIN',
        destination: 'BKK',
        departureTimeZone: 'Asia/Singapore',
        arrivalTimeZone: 'Asia/Bangkok',
        durationInMinutes: 150,
        seats: [{ cabin: 'ECONOMY', capacity: 20 }],
      },
    ],
    fares: [
      {
        id: `${flightId(number)}.light`,
        cabin: 'ECONOMY',
        bucket: 'L',
        limit: 20,
        priceMinor: priceMinor - 1_000,
        taxMinor: 1_000,
        feeMinor: 0,
        refundable: false,
      },
    ],
    ...changes,
  };
}

/** A hotel whose nights from the start of the tests on all cost the same. */
export const stay = (number: number, priceMinor: number, changes: Partial<StayState> = {}): StayState => ({
  ...common,
  kind: 'STAY',
  id: stayId(number),
  title: 'Harbour Hotel',
  city: 'Singapore',
  fromPriceMinor: priceMinor,
  stayType: 'HOTEL',
  area: 'Marina Bay',
  amenities: ['Wifi', 'Breakfast', 'Pets allowed', 'Near public transport'],
  minNights: 1,
  roomTypes: [
    {
      resource: `${stayId(number)}.standard`,
      units: 3,
      maxGuests: 2,
      from: '2027-03-01',
      nightlyPricesMinor: Array<number>(20).fill(priceMinor),
    },
  ],
  ...changes,
});

export const car = (number: number, priceMinor: number, changes: Partial<CarState> = {}): CarState => ({
  ...common,
  kind: 'CAR',
  id: carId(number),
  title: 'Toyota Corolla',
  city: 'Singapore',
  fromPriceMinor: priceMinor,
  carClass: 'COMPACT',
  seats: 5,
  transmission: 'AUTOMATIC',
  resource: carId(number),
  units: 1,
  dailyPriceMinor: priceMinor,
  availableFrom: '2027-03-01',
  availableUntil: '2027-05-01',
  ...changes,
});

let told = 0;

/** An event as another service publishes it. */
export function event<Data>(
  topic: string,
  type: string,
  of: Readonly<{ subject: string; sequence?: number; data: Data; at?: number }>,
): Readonly<{ topic: string; event: CloudEvent<Data> }> {
  told += 1;
  return {
    topic,
    event: {
      specversion: '1.0',
      id: `evt_test${told}`,
      source: '/meridian/test',
      type,
      time: new Date(of.at ?? startOfTests).toISOString(),
      subject: of.subject,
      datacontenttype: 'application/json',
      dataschema: `${type}/1`,
      partitionkey: of.subject,
      sequence: of.sequence ?? 1,
      data: of.data,
    },
  };
}

/** The listing as it is now; a first version is created, a later one updated. */
export const listingTold = (state: ListingState, at = startOfTests) =>
  event('listings', state.version === 1 ? 'listing.created' : 'listing.updated', {
    subject: state.id,
    sequence: state.version,
    data: state,
    at,
  });

/** As listings tells that there is an airport under a code. */
export const airportTold = (code: string, version = 1) =>
  event('listings', 'airport.updated', {
    subject: code,
    sequence: version,
    data: {
      code,
      version,
      icao: null,
      airportName: 'Somewhere',
      city: 'Somewhere',
      countryCode: 'SG',
      subdivision: null,
      latitude: 1.36,
      longitude: 103.99,
      elevationInFeet: null,
      timeZone: 'Asia/Singapore',
      size: 'large',
      scheduledService: true,
      keywords: [],
    } satisfies AirportState,
  });

/** The airports of {@link flight}, without which no search between them can be watched. */
export const airportsTold = () => [airportTold('SIN'), airportTold('BKK')];

/** As listings tells that there is none any more. */
export const airportGone = (code: string, version: number) =>
  event('listings', 'airport.deleted', { subject: code, sequence: version, data: { code, version } });

export const stockTold = (
  of: Readonly<{ resource: string; slot: string; capacity: number; sold: number; at?: number }>,
) =>
  event('bookings', 'inventory.changed', {
    subject: of.resource,
    data: { resource: of.resource, slot: of.slot, capacity: of.capacity, held: 0, sold: of.sold, listingIds: [] },
    at: of.at ?? startOfTests,
  });

/** Prices of the route over the past days, two a day, all the same but for a few cents. */
export const flightHistory = (priceMinor: number, days = 60, leadTimeInDays = 10): PriceObservationRecord[] =>
  Array.from({ length: days * 2 }, (_, index) => ({
    kind: 'FLIGHT',
    sourceKey: `test:${priceMinor}:${leadTimeInDays}:${index}`,
    contentHash: `hash:${index}`,
    price: { minor: priceMinor + (index % 5) * 10, currency: 'USD' },
    observedAt: startOfTests - index * (dayInMs / 2) - 1_000,
    travelDate: '2027-03-11',
    leadTimeInDays,
    source: 'test',
    historical: true,
    origin: 'SIN',
    destination: 'BKK',
    cabin: 'ECONOMY',
    stops: 0,
  }));
