import { describe, expect, test } from '@jest/globals';
import { addDays } from '@meridian/platform/values/local-date';
import fc from 'fast-check';
import { createConverter, type RateTable } from '../exchange.ts';
import { type Cabin, cabins, carClasses, fuels, stayTypes, transmissions } from '../listing.ts';
import type { RoomRates } from '../night-rates.ts';
import { type CarCandidate, type CarFilter, searchCars } from './car-search.ts';
import { departureWindows, type FlightCandidate, type FlightFilter, searchFlights, windowOf } from './flight-search.ts';
import { type StayCandidate, type StayFilter, searchStays } from './stay-search.ts';

const rates: RateTable = {
  base: 'USD',
  date: '2026-11-20',
  source: 'test',
  rates: new Map([
    ['EUR', '0.8'],
    ['JPY', '150'],
  ]),
};
const converter = createConverter(rates, 'USD');
const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'XAF');
const ratesToUsd: Readonly<Record<string, number>> = { USD: 1, EUR: 1.25, JPY: 100 / 150 };
/** A total in US cents, by hand: JPY has no digits. */
const inCents = (minor: number, from: string): number => {
  const rate = ratesToUsd[from];
  return rate === undefined ? Number.POSITIVE_INFINITY : minor * rate;
};
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const told = <Filter extends object>(filter: Filter): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter;

const fare = fc.record({
  cabin: fc.constantFrom(...cabins),
  priceMinor: fc.integer({ min: 1_000, max: 90_000 }),
  taxMinor: fc.integer({ min: 0, max: 9_000 }),
  feeMinor: fc.integer({ min: 0, max: 900 }),
  limit: fc.integer({ min: 0, max: 5 }),
  refundable: fc.boolean(),
});
const flights = fc
  .array(
    fc.record({
      hour: fc.integer({ min: 0, max: 23 }),
      stops: fc.integer({ min: 0, max: 2 }),
      carriers: fc.subarray(['SQ', 'LH', 'BA'], { minLength: 1 }),
      currency,
      fares: fc.array(fare, { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 15 },
  )
  .map((all) =>
    all.map(
      (raw, index): FlightCandidate => ({
        ...raw,
        id: `flt_${index}`,
        origin: 'SIN',
        destination: 'LHR',
        departsAt: `2026-12-01T${String(raw.hour).padStart(2, '0')}:30`,
        departsInstant: index,
        arrivesInstant: index + 1,
        durationInMinutes: 60,
        legs: [{ resource: `R${index % 4}`, date: '2026-12-01' }],
        fares: raw.fares.map((one, at) => ({ ...one, id: `flt_${index}.${at}`, segmentCabins: [] })),
      }),
    ),
  );
const flightFilter = fc
  .record({
    cabins: optional(fc.subarray([...cabins], { minLength: 1 })),
    maxStops: optional(fc.integer({ min: 0, max: 2 })),
    stops: optional(fc.subarray([0, 1, 2], { minLength: 1 })),
    carriers: optional(fc.subarray(['SQ', 'LH', 'BA'], { minLength: 1 })),
    departureWindows: optional(fc.subarray([...departureWindows], { minLength: 1 })),
    departsAfter: optional(fc.constantFrom('06:00', '12:00')),
    departsBefore: optional(fc.constantFrom('12:00', '20:30')),
    refundable: optional(fc.boolean()),
    minPriceMinor: optional(fc.integer({ min: 0, max: 50_000 })),
    maxPriceMinor: optional(fc.integer({ min: 50_000, max: 300_000 })),
  })
  .map((filter): FlightFilter => told(filter) as FlightFilter);
const seatsTaken = fc.dictionary(
  fc.constantFrom('R0/ECONOMY', 'R1/ECONOMY', 'R2/BUSINESS'),
  fc.integer({ min: 0, max: 4 }),
);

/** Whether a flight is found, told with plain loops over every condition of the issue. */
function isFound(
  flight: FlightCandidate,
  filter: FlightFilter,
  party: number,
  left: Readonly<Record<string, number>>,
): boolean {
  const time = flight.departsAt.slice(11);
  if (filter.maxStops !== undefined && flight.stops > filter.maxStops) return false;
  if (filter.stops && !filter.stops.includes(flight.stops)) return false;
  if (filter.carriers && !flight.carriers.some((code) => filter.carriers?.includes(code))) return false;
  if (filter.departureWindows && !filter.departureWindows.includes(windowOf(flight.departsAt))) return false;
  if (filter.departsAfter !== undefined && time < filter.departsAfter) return false;
  if (filter.departsBefore !== undefined && time > filter.departsBefore) return false;
  return flight.fares.some((one) => {
    const seats = Math.min(one.limit, left[`${flight.legs[0]?.resource}/${one.cabin}`] ?? one.limit);
    if (seats < party || (filter.cabins && !filter.cabins.includes(one.cabin))) return false;
    if (filter.refundable !== undefined && one.refundable !== filter.refundable) return false;
    const total = inCents((one.priceMinor + one.taxMinor + one.feeMinor) * party, flight.currency);
    if (filter.minPriceMinor !== undefined && !(total >= filter.minPriceMinor - 0.5 && Number.isFinite(total)))
      return false;
    return filter.maxPriceMinor === undefined || total <= filter.maxPriceMinor + 0.5;
  });
}

describe('flight search', () => {
  test('finds exactly the flights that a naive filter finds', () => {
    fc.assert(
      fc.property(flights, flightFilter, seatsTaken, fc.integer({ min: 1, max: 4 }), (all, filter, left, adults) => {
        const remaining = (resource: string) => left[resource];
        const { results } = searchFlights(all, { party: { adults, children: 0 }, filter, converter, remaining });
        const expected = all.filter((flight) => isFound(flight, filter, adults, left)).map(({ id }) => id);
        expect(results.map(({ candidate }) => candidate.id)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('facet counts equal a brute-force search per value', () => {
    fc.assert(
      fc.property(flights, flightFilter, (all, filter) => {
        const count = (changed: FlightFilter) => all.filter((flight) => isFound(flight, changed, 1, {})).length;
        const { counts } = searchFlights(all, {
          party: { adults: 1, children: 0 },
          filter,
          converter,
          remaining: () => undefined,
        });
        const without = { ...filter };
        delete (without as { maxStops?: number }).maxStops;
        for (const stops of [0, 1, 2])
          expect(counts.get('stops')?.get(String(stops)) ?? 0).toBe(count({ ...without, stops: [stops] }));
        for (const code of ['SQ', 'LH', 'BA'])
          expect(counts.get('carriers')?.get(code) ?? 0).toBe(count({ ...filter, carriers: [code] }));
        for (const cabin of cabins)
          expect(counts.get('cabins')?.get(cabin) ?? 0).toBe(count({ ...filter, cabins: [cabin as Cabin] }));
        for (const window of departureWindows) {
          expect(counts.get('departureWindows')?.get(window) ?? 0).toBe(
            count({ ...filter, departureWindows: [window] }),
          );
        }
      }),
    );
  });

  test('a flight without a way back is not found on a round trip, and totals are of both ways', () => {
    fc.assert(
      fc.property(flights, (all) => {
        const wayBack = (out: FlightCandidate) => (out.stops === 0 ? 5_000 : undefined);
        const search = { party: { adults: 1, children: 0 }, filter: {}, converter, remaining: () => undefined };
        const oneWay = searchFlights(all, search);
        const roundTrip = searchFlights(all, { ...search, wayBack });
        const direct = oneWay.results.filter(({ candidate }) => candidate.stops === 0);
        expect(roundTrip.results.map(({ option }) => option.comparableMinor)).toEqual(
          direct.map(({ option }) => option.comparableMinor + 5_000),
        );
      }),
    );
  });
});

const checkIn = '2026-12-10';
const amenities = ['wifi', 'pool', 'kitchen'];
const rooms = (id: string) =>
  fc
    .array(
      fc.record({
        maxGuests: fc.integer({ min: 1, max: 4 }),
        units: fc.integer({ min: 0, max: 3 }),
        prices: fc.array(fc.constantFrom(-1, 8_000, 12_000, 30_000), { minLength: 3, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((all): RoomRates[] =>
      all.map((room, index) => ({
        ...room,
        resource: `${id}.${index}`,
        roomKey: String(index),
        baseMinor: null,
        openFrom: '2026-12-01',
        openUntil: '2027-12-01',
        calendarFrom: addDays(checkIn, -1),
      })),
    );
const stays = fc.array(
  fc.nat().chain((id) =>
    fc.record({
      id: fc.constant(`sty_${id}`),
      stayType: fc.constantFrom(...stayTypes),
      areaKey: fc.constantFrom('old-town', 'harbour'),
      amenities: fc.subarray(amenities),
      rating: fc.option(fc.constantFrom(2.5, 3.6, 4.2, 4.9)),
      freeCancellation: fc.boolean(),
      currency,
      cleaningFeeMinor: fc.constantFrom(0, 2_000),
      taxPerMille: fc.constantFrom(0, 100),
      minNights: fc.integer({ min: 1, max: 3 }),
      maxNights: fc.constant(30),
      specialLengths: fc.constantFrom(new Map(), new Map([[checkIn, [1, null] as const]])),
      rooms: rooms(String(id)),
    }),
  ),
  { maxLength: 12 },
);
const stayFilter = fc
  .record({
    types: optional(fc.subarray([...stayTypes], { minLength: 3 })),
    minRating: optional(fc.constantFrom(3, 4, 4.5)),
    amenities: optional(fc.subarray(amenities, { minLength: 1 })),
    areas: optional(fc.subarray(['old-town', 'harbour'], { minLength: 1 })),
    freeCancellation: optional(fc.boolean()),
    maxPriceMinor: optional(fc.integer({ min: 10_000, max: 90_000 })),
  })
  .map((filter): StayFilter => told(filter) as StayFilter);

function isStayFound(
  stay: StayCandidate,
  filter: StayFilter,
  asked: Readonly<{ nights: number; guests: number; rooms: number }>,
): boolean {
  if (filter.types && !filter.types.includes(stay.stayType)) return false;
  if (filter.minRating !== undefined && (stay.rating ?? 0) < filter.minRating) return false;
  if (filter.amenities && !filter.amenities.every((key) => stay.amenities.includes(key))) return false;
  if (filter.areas && !filter.areas.includes(stay.areaKey)) return false;
  if (filter.freeCancellation !== undefined && stay.freeCancellation !== filter.freeCancellation) return false;
  if (asked.nights < (stay.specialLengths.get(checkIn)?.[0] ?? stay.minNights)) return false;
  return stay.rooms.some((room) => {
    if (room.units < asked.rooms || room.maxGuests * asked.rooms < asked.guests) return false;
    const prices = Array.from({ length: asked.nights }, (_, night) => room.prices[night + 1] ?? -1);
    if (prices.some((price) => price < 0)) return false;
    const net = (prices.reduce((sum, price) => sum + price, 0) + stay.cleaningFeeMinor) * asked.rooms;
    const total = inCents(Math.round(net * (1 + stay.taxPerMille / 1000)), stay.currency);
    return filter.maxPriceMinor === undefined || total <= filter.maxPriceMinor + 0.5;
  });
}

describe('stay search', () => {
  const asked = fc.record({
    nights: fc.integer({ min: 1, max: 4 }),
    guests: fc.integer({ min: 1, max: 6 }),
    rooms: fc.integer({ min: 1, max: 2 }),
  });
  const run = (
    all: readonly StayCandidate[],
    filter: StayFilter,
    of: { nights: number; guests: number; rooms: number },
  ) => {
    const checkOut = addDays(checkIn, of.nights);
    const nights = Array.from({ length: of.nights }, (_, index) => addDays(checkIn, index));
    return searchStays(all, {
      dates: { checkIn, checkOut },
      today: '2026-11-20',
      guests: of.guests,
      rooms: of.rooms,
      filter,
      converter,
      remaining: () => undefined,
      nights,
    });
  };

  test('finds exactly the stays that a naive filter finds', () => {
    fc.assert(
      fc.property(stays, stayFilter, asked, (all, filter, of) => {
        const expected = all.filter((stay) => isStayFound(stay, filter, of)).map(({ id }) => id);
        expect(run(all, filter, of).results.map(({ candidate }) => candidate.id)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('facet counts equal a brute-force search per value', () => {
    fc.assert(
      fc.property(stays, stayFilter, asked, (all, filter, of) => {
        const count = (changed: StayFilter) => all.filter((stay) => isStayFound(stay, changed, of)).length;
        const { counts } = run(all, filter, of);
        for (const type of stayTypes)
          expect(counts.get('types')?.get(type) ?? 0).toBe(count({ ...filter, types: [type] }));
        for (const key of amenities)
          expect(counts.get('amenities')?.get(key) ?? 0).toBe(count({ ...filter, amenities: [key] }));
        for (const area of ['old-town', 'harbour'])
          expect(counts.get('areas')?.get(area) ?? 0).toBe(count({ ...filter, areas: [area] }));
        for (const step of [3, 3.5, 4, 4.5])
          expect(counts.get('ratings')?.get(String(step)) ?? 0).toBe(count({ ...filter, minRating: step }));
        for (const free of [true, false]) {
          expect(counts.get('freeCancellation')?.get(String(free)) ?? 0).toBe(
            count({ ...filter, freeCancellation: free }),
          );
        }
      }),
    );
  });

  test('a room of which too few are left on one night is not found', () => {
    const room = { ...base, resource: 'r', roomKey: 'r', maxGuests: 2, units: 2, prices: [8_000, 8_000, 8_000] };
    const stay = { ...plain, rooms: [room] } as StayCandidate;
    const nights = [checkIn, addDays(checkIn, 1)];
    const search = {
      dates: { checkIn, checkOut: addDays(checkIn, 2) },
      today: '2026-11-20',
      guests: 1,
      filter: {},
      converter,
      nights,
    };
    const left = (resource: string, slot: string) => (resource === 'r' && slot === nights[1] ? 1 : undefined);
    expect(searchStays([stay], { ...search, rooms: 1, remaining: left }).results).toHaveLength(1);
    expect(searchStays([stay], { ...search, rooms: 2, remaining: left }).results).toHaveLength(0);
  });
});

const base = { baseMinor: null, openFrom: '2026-12-01', openUntil: '2027-12-01', calendarFrom: checkIn };
const plain = {
  ...{
    id: 'sty_1',
    stayType: 'HOTEL',
    areaKey: 'a',
    amenities: [],
    rating: null,
    freeCancellation: true,
    currency: 'USD',
  },
  ...{ cleaningFeeMinor: 0, taxPerMille: 0, minNights: 1, maxNights: 30, specialLengths: new Map() },
};

const cars = fc
  .array(
    fc.record({
      carClass: fc.constantFrom(...carClasses),
      seats: fc.integer({ min: 2, max: 9 }),
      transmission: fc.option(fc.constantFrom(...transmissions)),
      fuel: fc.option(fc.constantFrom(...fuels)),
      rating: fc.option(fc.constantFrom(3, 4.5)),
      currency,
      dailyPriceMinor: fc.integer({ min: 1_000, max: 40_000 }),
      units: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 15 },
  )
  .map((all) =>
    all.map(
      (raw, index): CarCandidate => ({
        ...raw,
        ...{ id: `car_${index}`, resource: `car_${index}`, timeZone: 'UTC', serviceFeeMinor: 0, taxPerMille: 0 },
        availableFrom: '2026-11-01',
        availableUntil: '2027-11-01',
      }),
    ),
  );
const carFilter = fc
  .record({
    classes: optional(fc.subarray([...carClasses], { minLength: 3 })),
    minSeats: optional(fc.integer({ min: 2, max: 9 })),
    transmission: optional(fc.constantFrom(...transmissions)),
    fuels: optional(fc.subarray([...fuels], { minLength: 1 })),
    maxPriceMinor: optional(fc.integer({ min: 5_000, max: 120_000 })),
  })
  .map((filter): CarFilter => told(filter) as CarFilter);

const isCarFound = (car: CarCandidate, filter: CarFilter): boolean =>
  car.units > 0 &&
  (!filter.classes || filter.classes.includes(car.carClass)) &&
  (filter.minSeats === undefined || car.seats >= filter.minSeats) &&
  (filter.transmission === undefined || car.transmission === filter.transmission) &&
  (!filter.fuels || (car.fuel !== null && filter.fuels.includes(car.fuel))) &&
  (filter.maxPriceMinor === undefined || inCents(car.dailyPriceMinor * 3, car.currency) <= filter.maxPriceMinor + 0.5);

describe('car search', () => {
  const search = (filter: CarFilter) => ({
    hire: { pickUpAt: '2026-12-10T10:00', dropOffAt: '2026-12-13T09:00' },
    filter,
    converter,
    remaining: () => undefined,
    now: Date.parse('2026-11-20T00:00:00Z'),
  });

  test('finds exactly the cars that a naive filter finds, and counts facets alike', () => {
    fc.assert(
      fc.property(cars, carFilter, (all, filter) => {
        const { results, counts } = searchCars(all, search(filter));
        expect(results.map(({ candidate }) => candidate.id)).toEqual(
          all.filter((car) => isCarFound(car, filter)).map(({ id }) => id),
        );
        const count = (changed: CarFilter) => all.filter((car) => isCarFound(car, changed)).length;
        for (const one of carClasses)
          expect(counts.get('classes')?.get(one) ?? 0).toBe(count({ ...filter, classes: [one] }));
        for (const step of [2, 4, 5, 7, 8])
          expect(counts.get('seats')?.get(String(step)) ?? 0).toBe(count({ ...filter, minSeats: step }));
        for (const one of transmissions)
          expect(counts.get('transmissions')?.get(one) ?? 0).toBe(count({ ...filter, transmission: one }));
        for (const one of fuels) expect(counts.get('fuels')?.get(one) ?? 0).toBe(count({ ...filter, fuels: [one] }));
      }),
      { numRuns: 300 },
    );
  });

  test('a car that is taken on a day that the hire touches is not found', () => {
    const [car] =
      fc.sample(
        cars.filter((all) => (all[0]?.units ?? 0) > 0),
        { numRuns: 1, seed: 1 },
      )[0] ?? [];
    const taken = (_: string, day: string) => (day === '2026-12-13' ? 0 : undefined);
    expect(searchCars(car ? [car] : [], { ...search({}), remaining: taken }).results).toEqual([]);
    expect(searchCars(car ? [car] : [], search({})).results).toHaveLength(1);
  });
});
