import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { meanOf, medianOf, quartilesOf } from './prices.ts';

const prices = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 60 });

test('quartiles of nothing are nothing', () => {
  expect([medianOf([]), quartilesOf([]), meanOf([])]).toEqual([undefined, undefined, undefined]);
});

test.each([
  [[5], { lower: 5, median: 5, upper: 5 }],
  [[1, 2, 3, 4, 5], { lower: 2, median: 3, upper: 4 }],
  [[40, 10, 30, 20], { lower: 18, median: 25, upper: 33 }],
])('quartiles of %j, as R and NumPy have them', (values, quartiles) => {
  expect(quartilesOf(values)).toEqual(quartiles);
});

test('each quartile lies between the two prices at its place', () => {
  fc.assert(
    fc.property(prices, (values) => {
      const ordered = values.toSorted((left, right) => left - right);
      const quartiles = quartilesOf(values);
      const places = [
        [quartiles?.lower ?? 0, 0.25],
        [quartiles?.median ?? 0, 0.5],
        [quartiles?.upper ?? 0, 0.75],
      ] as const;
      for (const [quartile, share] of places) {
        const place = (ordered.length - 1) * share;
        expect(quartile).toBeGreaterThanOrEqual(ordered[Math.floor(place)] ?? 0);
        expect(quartile).toBeLessThanOrEqual(ordered[Math.ceil(place)] ?? 0);
      }
    }),
  );
});

test('quartiles do not depend on the order, and move with the prices', () => {
  fc.assert(
    fc.property(prices, fc.integer({ min: 1, max: 1000 }), (values, step) => {
      const quartiles = quartilesOf(values);
      expect(quartilesOf(values.toReversed())).toEqual(quartiles);
      const moved = quartilesOf(values.map((value) => value + step));
      expect(moved?.median).toBe((quartiles?.median ?? 0) + step);
    }),
  );
});
