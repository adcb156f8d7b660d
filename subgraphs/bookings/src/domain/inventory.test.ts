import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { availabilityOf } from './availability.ts';
import { type Capacity, capacityOn, inTakingOrder, withoutBuckets } from './inventory.ts';

const slot = fc.record({
  resource: fc.constantFrom('a', 'b', 'a/ECONOMY'),
  slot: fc.constantFrom('2027-03-01', '2027-03-02'),
  units: fc.integer({ min: 1, max: 9 }),
  bucket: fc.option(fc.constantFrom('far_1', 'far_2'), { nil: undefined }),
});
const total = (slots: readonly { units: number }[]) => slots.reduce((sum, each) => sum + each.units, 0);

const capacity: Capacity = {
  resource: 'sty_1.double',
  units: 2,
  openFrom: '2027-03-01',
  openUntil: '2027-03-05',
  dayUnits: { 2: 0, 3: 1 },
};

describe('inventory', () => {
  test('stock is taken in one order, whatever order it was asked for in, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(slot), fc.infiniteStream(fc.nat()), (slots, random) => {
        const shuffled = [...slots].sort(() => ((random.next().value ?? 0) % 3) - 1);
        const keys = inTakingOrder(slots).map((each) => [each.resource, each.slot, each.bucket ?? ''].join('|'));
        expect(inTakingOrder(shuffled).map((each) => [each.resource, each.slot, each.bucket ?? ''].join('|'))).toEqual(
          keys,
        );
        expect(new Set(keys).size).toBe(keys.length);
        expect(total(inTakingOrder(slots))).toBe(total(slots));
        expect(total(withoutBuckets(slots))).toBe(total(slots));
      }),
    );
  });

  test('a resource has its units on each day, other units where they differ, and none outside of its days', () => {
    const days = ['2027-02-28', '2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05'];
    expect(days.map((day) => capacityOn(capacity, day))).toEqual([0, 2, 2, 0, 1, 0]);
  });

  test('availability lays touched slots over the capacity and never shows less than nothing', () => {
    const facts = {
      resources: [{ capacity, label: 'Double room' }],
      bucketLimits: {},
      bucketCabins: {},
      counts: [
        { resource: 'sty_1.double', slot: '2027-03-02', capacity: 2, held: 1, sold: 0, version: 1 },
        { resource: 'sty_1.double', slot: '2027-03-04', capacity: 3, held: 0, sold: 3, version: 3 },
      ],
      bucketsTaken: [],
    };
    const days = availabilityOf(facts, { from: '2027-03-01', until: '2027-04-01' });
    expect(days.map(({ date, capacity: units, remaining }) => [date, units, remaining])).toEqual([
      ['2027-03-01', 2, 2],
      ['2027-03-02', 2, 1],
      ['2027-03-03', 0, 0],
      ['2027-03-04', 1, 0],
    ]);
  });
});
