import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CarCandidate, type CarSort, carSortKey } from '../src/domain/search/car-search.ts';
import { type FlightCandidate, type FlightSort, flightSortKey } from '../src/domain/search/flight-search.ts';
import { sortByPlace } from '../src/domain/search/page.ts';
import { type StayCandidate, type StaySort, staySortKey } from '../src/domain/search/stay-search.ts';

const total = fc.oneof(fc.integer({ min: 0, max: 9_999 }), fc.constant(Number.POSITIVE_INFINITY));
const found = fc.array(
  fc.record({
    ...{ total, rating: fc.option(fc.constantFrom(1, 3.25, 4.95)), seats: fc.integer({ min: 1, max: 9 }) },
    ...{ minutes: fc.integer({ min: 30, max: 2_000 }), departs: fc.nat(9_999), arrives: fc.nat(9_999) },
  }),
  { maxLength: 12 },
);
type One = Readonly<{
  total: number;
  rating: number | null;
  seats: number;
  minutes: number;
  departs: number;
  arrives: number;
}>;

const sorted = (all: readonly One[], key: (one: One) => number): One[] =>
  sortByPlace(all.map((one, index) => ({ result: one, place: { key: key(one), id: String(index) } }))).map(
    ({ result }) => result,
  );

/** Asserts that each neighbour may stand where it stands. */
const inOrder = (key: (one: One) => number, mayPrecede: (first: One, second: One) => boolean) =>
  fc.assert(
    fc.property(found, (all) => {
      const order = sorted(all, key);
      expect(order).toHaveLength(all.length);
      for (const [index, second] of order.slice(1).entries()) {
        const first = order[index];
        expect([first, second, first !== undefined && mayPrecede(first, second)]).toEqual([first, second, true]);
      }
    }),
  );

const option = (one: One) => ({ comparableMinor: one.total }) as never;
const flight = (sort: FlightSort) => (one: One) =>
  flightSortKey(
    sort,
    {
      durationInMinutes: one.minutes,
      departsInstant: one.departs,
      arrivesInstant: one.arrives,
    } as FlightCandidate,
    option(one),
  );
const stay = (sort: StaySort) => (one: One) => staySortKey(sort, { rating: one.rating } as StayCandidate, option(one));
const car = (sort: CarSort) => (one: One) =>
  carSortKey(sort, { rating: one.rating, seats: one.seats } as CarCandidate, option(one));

const cheaper = (first: One, second: One) => first.total <= second.total;
/** What has no known price comes last in this direction, too. */
const dearer = (first: One, second: One) =>
  second.total === Number.POSITIVE_INFINITY ||
  (first.total !== Number.POSITIVE_INFINITY && first.total >= second.total);
const better = (first: One, second: One) => (first.rating ?? 0) >= (second.rating ?? 0);

type Order = readonly [what: string, key: (one: One) => number, mayPrecede: (first: One, second: One) => boolean];

describe('the order of what was found', () => {
  test.each<Order>([
    ['flights by price', flight('PRICE'), cheaper],
    ['flights by duration', flight('DURATION'), (first, second) => first.minutes <= second.minutes],
    ['flights by departure', flight('DEPARTURE'), (first, second) => first.departs <= second.departs],
    ['flights by arrival', flight('ARRIVAL'), (first, second) => first.arrives <= second.arrives],
    ['stays by price', stay('PRICE'), cheaper],
    ['stays by price, downwards', stay('PRICE_DESCENDING'), dearer],
    ['stays by rating', stay('RATING'), better],
    ['cars by price', car('PRICE'), cheaper],
    ['cars by price, downwards', car('PRICE_DESCENDING'), dearer],
    ['cars by rating', car('RATING'), better],
    ['cars by seats', car('SEATS'), (first, second) => first.seats >= second.seats],
  ])('%s is what it says', (...[, key, mayPrecede]) => inOrder(key, mayPrecede));
});
