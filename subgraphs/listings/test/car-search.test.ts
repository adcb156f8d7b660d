import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carClasses, fuels, transmissions } from '../src/domain/listing.ts';
import { type CarCandidate, type CarFilter, searchCars } from '../src/domain/search/car-search.ts';
import { converter, currency, expectCounts, inCents, optional, told } from './search-model.ts';

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
    minPriceMinor: optional(fc.integer({ min: 0, max: 60_000 })),
    maxPriceMinor: optional(fc.integer({ min: 5_000, max: 120_000 })),
  })
  .map((filter) => told<CarFilter>(filter));

function isPriceFound(car: CarCandidate, { minPriceMinor: min, maxPriceMinor: max }: CarFilter): boolean {
  const total = inCents(car.dailyPriceMinor * 3, car.currency);
  // Half a cent: the search rounds once where this does not.
  const isDear = min === undefined || (total >= min - 0.5 && Number.isFinite(total));
  return isDear && (max === undefined || total <= max + 0.5);
}

const isCarFound = (car: CarCandidate, filter: CarFilter): boolean =>
  car.units > 0 &&
  (!filter.classes || filter.classes.includes(car.carClass)) &&
  (filter.minSeats === undefined || car.seats >= filter.minSeats) &&
  (filter.transmission === undefined || car.transmission === filter.transmission) &&
  (!filter.fuels || (car.fuel !== null && filter.fuels.includes(car.fuel))) &&
  isPriceFound(car, filter);

describe('car search', () => {
  const search = (filter: CarFilter) => ({
    hire: { pickUpAt: '2026-12-10T10:00', dropOffAt: '2026-12-13T09:00' },
    filter,
    converter,
    remaining: () => undefined,
    now: Date.parse('2026-11-20T00:00:00Z'),
    todayIn: () => '2026-11-20',
  });

  test('finds exactly the cars that a naive filter finds, and counts facets alike', () => {
    fc.assert(
      fc.property(cars, carFilter, (all, filter) => {
        const { results, counts } = searchCars(all, search(filter));
        expect(results.map(({ candidate }) => candidate.id)).toEqual(
          all.filter((car) => isCarFound(car, filter)).map(({ id }) => id),
        );
        const count = (changed: CarFilter) => all.filter((car) => isCarFound(car, changed)).length;
        expectCounts(counts.get('classes'), carClasses, (one) => count({ ...filter, classes: [one] }));
        expectCounts(counts.get('seats'), [2, 4, 5, 7, 8], (step) => count({ ...filter, minSeats: step }));
        expectCounts(counts.get('transmissions'), transmissions, (one) => count({ ...filter, transmission: one }));
        expectCounts(counts.get('fuels'), fuels, (one) => count({ ...filter, fuels: [one] }));
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

test('without times, a car is found until the last day on which it can be hired', () => {
  const car: CarCandidate = {
    ...{ id: 'car_1', resource: 'car_1', timeZone: 'UTC', carClass: 'SUV', seats: 5, transmission: null, fuel: null },
    ...{ rating: null, currency: 'USD', dailyPriceMinor: 1_000, serviceFeeMinor: 0, taxPerMille: 0, units: 1 },
    ...{ availableFrom: '2026-11-01', availableUntil: '2026-11-21' },
  };
  const on = (today: string) =>
    searchCars([car], { filter: {}, converter, remaining: () => undefined, now: 0, todayIn: () => today }).results;
  expect([on('2026-11-20').length, on('2026-11-21').length]).toEqual([1, 0]);
});
