import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Comparables, detect, gradeOf, mayBeDeal, publishedFrom } from './detection.ts';
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
  ['far below the mean and just at the median', 8_000, [...same(8_000, 20), ...same(40_000, 10)], false],
  ['far below the mean and just below the median', 7_999, [...same(8_000, 20), ...same(40_000, 10)], true],
])('%s', (...[, price, others, isDeal]) => {
  const detection = detect(price, comparablesOf(price, others));
  expect(detection.isDeal).toBe(isDeal);
  expect(detection.score >= publishedFrom).toBe(isDeal);
});

test('a score of 60 is published, one of 59 is not', () => {
  // 15 dearer comparables: 25 points for the rank, 7.5 for their number, 1.5 for each per cent of the discount.
  const at = (price: number) => detect(price, comparablesOf(price, same(10_000, 15)));
  expect([at(8_150), at(8_250)]).toMatchObject([
    { score: 60, isDeal: true },
    { score: 59, isDeal: false },
  ]);
});

test('25 % and more is great', () => {
  expect([gradeOf(24.9), gradeOf(25)]).toEqual(['GOOD', 'GREAT']);
});

test('a discount is told exactly: never more than is true, and less than a tenth of a per cent less', () => {
  const amounts = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(amounts, fc.array(amounts, { minLength: 1, maxLength: 60 }), (price, others) => {
      const { observations, sumMinor, ...rest } = comparablesOf(price, others);
      fc.pre(price * observations <= sumMinor);
      const told = Math.round(detect(price, { observations, sumMinor, ...rest }).discountPercent * 10);
      // In whole numbers: price <= mean * (1 - told / 1,000), with both sides times the count and 1,000.
      const isTrue = (perMille: number) => price * observations * 1_000 <= sumMinor * (1_000 - perMille);
      expect([isTrue(told), isTrue(told + 1)]).toEqual([true, false]);
    }),
  );
});

test.each([
  [15, 'GOOD'],
  [20, 'GOOD'],
  [25, 'GREAT'],
  [30, 'GREAT'],
  [40, 'GREAT'],
])('a price exactly %d %% below the mean is said to be so, and is %s', (percent, grade) => {
  const { discountPercent } = detect((100 - percent) * 2, {
    observations: 30,
    sumMinor: 6_000,
    medianMinor: 200,
    pricier: 30,
  });
  expect([discountPercent, gradeOf(discountPercent)]).toEqual([percent, grade]);
});

test('15 % is held to the minor unit', () => {
  const at = (price: number) => mayBeDeal(price, { observations: 30, sumMinor: 300_000, pricier: 30 });
  expect([at(8_500), at(8_501)]).toEqual([true, false]);
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
