import { expect, test } from '@jest/globals';
import { levelsFrom, type StockPlan, unitsForDeal, unitsLeft } from './stock.ts';

const leg = (resource: string, units: number) => ({ resource, units, slot: '2027-03-11' });
const journey: StockPlan = {
  kind: 'JOURNEY',
  cabins: [
    { cabin: 'ECONOMY', segments: [leg('a/E', 20), leg('b/E', 30)] },
    { cabin: 'BUSINESS', segments: [leg('a/B', 4), leg('b/B', 2)] },
  ],
};
const stay: StockPlan = {
  kind: 'DATES',
  units: [
    { resource: 'standard', units: 3 },
    { resource: 'suite', units: 1 },
  ],
  until: null,
};
const car: StockPlan = { kind: 'DATES', units: [{ resource: 'car', units: 1 }], until: '2027-03-14' };
const none = levelsFrom([]);

test('the scarcest segment decides how many seats of a cabin are left', () => {
  expect(unitsLeft(journey, none, [])).toBe(22);
  const levels = levelsFrom([{ resource: 'b/E', slot: '2027-03-11', remaining: 7 }]);
  expect(unitsLeft(journey, levels, ['2027-03-11'])).toBe(9);
  expect(unitsForDeal(journey, { cabin: 'ECONOMY', slot: '2027-03-11' }, levels)).toEqual({ left: 7, of: 20 });
});

test('a cabin that the flight does not have has no seats', () => {
  expect(unitsForDeal(journey, { cabin: 'FIRST', slot: '2027-03-11' }, none)).toEqual({ left: 0, of: 0 });
});

test('the scarcest night decides what is left of a stay; rooms of its kinds stand in for each other', () => {
  const levels = levelsFrom([
    { resource: 'standard', slot: '2027-03-05', remaining: 0 },
    { resource: 'standard', slot: '2027-03-06', remaining: 1 },
  ]);
  expect(unitsLeft(stay, levels, ['2027-03-05', '2027-03-06'])).toBe(1);
  expect(unitsForDeal(stay, { cabin: null, slot: '2027-03-06' }, levels)).toEqual({ left: 2, of: 4 });
});

test('a car is sold out when no day of its hire is free', () => {
  const taken = (days: readonly string[]) => levelsFrom(days.map((slot) => ({ resource: 'car', slot, remaining: 0 })));
  const of = { cabin: null, slot: '2027-03-11' };
  expect(unitsForDeal(car, of, taken(['2027-03-11', '2027-03-12'])).left).toBe(1);
  expect(unitsForDeal(car, of, taken(['2027-03-11', '2027-03-12', '2027-03-13'])).left).toBe(0);
});
