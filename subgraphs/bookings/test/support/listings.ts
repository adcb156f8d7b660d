import type { CarState, FlightState, StayState } from '@meridian/schema/events/listings';

const common = {
  version: 1,
  ownerId: 'usr_owner',
  status: 'PUBLISHED' as const,
  title: 'A listing',
  city: 'Lisbon',
  countryCode: 'PT',
  latitude: 38.7,
  longitude: -9.1,
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  fromPriceMinor: 10_000,
  cancellation: { name: 'FLEXIBLE' as const, steps: [{ hoursBefore: 24, refundPercent: 100 }] },
  instantBook: true,
  rating: 4.5,
};

export const segmentAt = (resource: string, capacity: number): FlightState['segments'][number] => ({
  resource,
  carrier: 'ME',
  flightNumber: '100',
  origin: 'SIN',
  destination: 'LIS',
  departsAt: '2027-03-01T09:30',
  departureTimeZone: 'Asia/Singapore',
  arrivesAt: '2027-03-01T20:10',
  arrivalTimeZone: 'Europe/Lisbon',
  durationInMinutes: 1_120,
  seats: [{ cabin: 'ECONOMY', capacity }],
});

export const fareOf = (id: string, limit: number): FlightState['fares'][number] => ({
  id,
  cabin: 'ECONOMY',
  bucket: 'Light',
  limit,
  priceMinor: 10_000,
  taxMinor: 2_000,
  feeMinor: 345,
  refundable: true,
});

export const flight = (changes: Partial<FlightState> = {}): FlightState => ({
  ...common,
  kind: 'FLIGHT',
  id: 'flt_1',
  origin: 'SIN',
  destination: 'LIS',
  departsAt: '2027-03-01T09:30',
  arrivesAt: '2027-03-01T20:10',
  arrivalTimeZone: 'Europe/Lisbon',
  durationInMinutes: 1_120,
  stops: 0,
  segments: [segmentAt('ME100.SIN.2027-03-01', 20)],
  fares: [fareOf('far_1', 20)],
  ...changes,
});

export const stay = (changes: Partial<StayState> = {}): StayState => ({
  ...common,
  kind: 'STAY',
  id: 'sty_1',
  stayType: 'HOTEL',
  area: 'Alfama',
  amenities: [],
  minNights: 1,
  roomTypes: [
    {
      resource: 'sty_1.double',
      units: 2,
      maxGuests: 2,
      from: '2027-03-01',
      nightlyPricesMinor: [9_000, 9_000, null, 9_000, 9_000],
    },
  ],
  ...changes,
});

export const car = (changes: Partial<CarState> = {}): CarState => ({
  ...common,
  kind: 'CAR',
  id: 'car_1',
  carClass: 'COMPACT',
  seats: 5,
  transmission: 'MANUAL',
  resource: 'car_1',
  units: 1,
  dailyPriceMinor: 4_000,
  availableFrom: '2027-01-01',
  availableUntil: '2028-01-01',
  ...changes,
});
