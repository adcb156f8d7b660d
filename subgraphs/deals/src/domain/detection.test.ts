import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Comparables, detect, gradeOf, publishedFrom } from './detection.ts';
import { medianOf } from './prices.ts';

const comparablesOf = (price: number, others: readonly number[]): Comparables => ({
  observations: others.length,
  sumMinor: others.reduce((sum, other) => sum + other, 0),
  medianMinor: medianOf(others) ?? 0,
  pricier: others.filter((other) => other > price).length,
});
const same = (price: number, count: number): number[] => Array<number>(count).fill(price);

test('nothing to compare with is no deal, and no division by zero', () => {
  expect(detect(100, comparablesOf(100, []))).toEqual({
    meanMinor: 0,
    medianMinor: 0,
    observations: 0,
    discountPercent: 0,
    score: 0,
    isDeal: false,
  });
});

test.each([
  ['fourteen comparables are too few', 5_000, same(10_000, 14), false],
  ['fifteen are enough for a deep discount', 6_000, same(10_000, 15), true],
  ['14.9 % is not enough, however many there are', 8_510, same(10_000, 100), false],
  ['15 % is enough where there are many', 8_500, same(10_000, 60), true],
  ['15 % on few comparables stays below the score', 8_500, same(10_000, 15), false],
  // The mean is lifted by a few dear ones; most people pay less than this price.
  ['below the mean and not below the median', 8_000, [...same(7_900, 20), ...same(40_000, 10)], false],
])('%s', (...[, price, others, isDeal]) => {
  const detection = detect(price, comparablesOf(price, others));
  expect(detection.isDeal).toBe(isDeal);
  expect(detection.score >= publishedFrom).toBe(isDeal);
});

test('25 % and more is great', () => {
  expect([gradeOf(24.9), gradeOf(25)]).toEqual(['GOOD', 'GREAT']);
});

test('what is published always holds all three rules, and the score stays within 0 and 100', () => {
  const prices = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 80 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), prices, (price, others) => {
      const detection = detect(price, comparablesOf(price, others));
      expect(detection.score).toBeGreaterThanOrEqual(0);
      expect(detection.score).toBeLessThanOrEqual(100);
      if (!detection.isDeal) return;
      const mean = others.reduce((sum, other) => sum + other, 0) / others.length;
      expect(others.length).toBeGreaterThanOrEqual(15);
      expect(price).toBeLessThanOrEqual(mean * 0.85 + 1e-6);
      expect(price).toBeLessThan(medianOf(others) ?? 0);
    }),
    { numRuns: 500 },
  );
});

test('a lower price never scores less', () => {
  const prices = fc.array(fc.integer({ min: 1_000, max: 100_000 }), { minLength: 15, maxLength: 60 });
  fc.assert(
    fc.property(
      prices,
      fc.integer({ min: 500, max: 50_000 }),
      fc.integer({ min: 0, max: 499 }),
      (others, price, less) => {
        const [high, low] = [
          detect(price, comparablesOf(price, others)),
          detect(price - less, comparablesOf(price - less, others)),
        ];
        expect(low.score).toBeGreaterThanOrEqual(high.score);
      },
    ),
  );
});
