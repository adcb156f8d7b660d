import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cabins } from '../src/domain/listing.ts';
import {
  type CandidateFare,
  departureWindows,
  type FlightCandidate,
  type FlightFilter,
  searchFlights,
  windowOf,
} from '../src/domain/search/flight-search.ts';
import { converter, currency, expectCounts, inCents, optional, told } from './search-model.ts';

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
  .map((filter) => told<FlightFilter>(filter));
const seatsTaken = fc.dictionary(
  fc.constantFrom('R0/ECONOMY', 'R1/ECONOMY', 'R2/BUSINESS'),
  fc.integer({ min: 0, max: 4 }),
);

type Asked = Readonly<{ filter: FlightFilter; party: number; left: Readonly<Record<string, number>> }>;

/** Whether a flight is found, told with plain conditions, one by one. */
function isFound(flight: FlightCandidate, { filter, party, left }: Asked): boolean {
  const time = flight.departsAt.slice(11);
  const conditions = [
    filter.maxStops === undefined || flight.stops <= filter.maxStops,
    !filter.stops || filter.stops.includes(flight.stops),
    !filter.carriers || flight.carriers.some((code) => filter.carriers?.includes(code)),
    !filter.departureWindows || filter.departureWindows.includes(windowOf(flight.departsAt)),
    filter.departsAfter === undefined || time >= filter.departsAfter,
    filter.departsBefore === undefined || time <= filter.departsBefore,
  ];
  return conditions.every(Boolean) && flight.fares.some((fare) => isFareFound(flight, fare, { filter, party, left }));
}

function isFareFound(flight: FlightCandidate, fare: CandidateFare, { filter, party, left }: Asked): boolean {
  const seats = Math.min(fare.limit, left[`${flight.legs[0]?.resource}/${fare.cabin}`] ?? fare.limit);
  const total = inCents((fare.priceMinor + fare.taxMinor + fare.feeMinor) * party, flight.currency);
  return [
    seats >= party,
    !filter.cabins || filter.cabins.includes(fare.cabin),
    filter.refundable === undefined || fare.refundable === filter.refundable,
    // Half a cent: the search rounds once where this does not.
    filter.minPriceMinor === undefined || (total >= filter.minPriceMinor - 0.5 && Number.isFinite(total)),
    filter.maxPriceMinor === undefined || total <= filter.maxPriceMinor + 0.5,
  ].every(Boolean);
}

describe('flight search', () => {
  test('finds exactly the flights that a naive filter finds', () => {
    const asked = fc.record({ filter: flightFilter, left: seatsTaken, party: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(flights, asked, (all, { filter, left, party }) => {
        const remaining = (resource: string) => left[resource];
        const { results } = searchFlights(all, { party: { adults: party, children: 0 }, filter, converter, remaining });
        const expected = all.filter((flight) => isFound(flight, { filter, party, left })).map(({ id }) => id);
        expect(results.map(({ candidate }) => candidate.id)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('facet counts equal a brute-force search per value', () => {
    fc.assert(
      fc.property(flights, flightFilter, (all, filter) => {
        const count = (changed: FlightFilter) =>
          all.filter((flight) => isFound(flight, { filter: changed, party: 1, left: {} })).length;
        const { counts } = searchFlights(all, {
          party: { adults: 1, children: 0 },
          filter,
          converter,
          remaining: () => undefined,
        });
        // Both filters of stops belong to the facet's group.
        const { maxStops: _, ...without } = filter;
        expectCounts(counts.get('stops'), [0, 1, 2], (stops) => count({ ...without, stops: [stops] }));
        expectCounts(counts.get('carriers'), ['SQ', 'LH', 'BA'], (code) => count({ ...filter, carriers: [code] }));
        expectCounts(counts.get('cabins'), cabins, (cabin) => count({ ...filter, cabins: [cabin] }));
        expectCounts(counts.get('departureWindows'), departureWindows, (window) =>
          count({ ...filter, departureWindows: [window] }),
        );
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
