import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dailyPrices, dateOfDay, dayOf, judge } from './insight.ts';

const twenty = Array.from({ length: 20 }, (_, index) => 1_000 + index * 100);

test.each([
  [1_000, 'LOW'],
  [1_475, 'LOW'],
  [1_476, 'TYPICAL'],
  [2_424, 'TYPICAL'],
  [2_425, 'HIGH'],
  [9_999, 'HIGH'],
])('%d among 1,000 to 2,900 is %s', (price, verdict) => {
  expect(judge(price, twenty).verdict).toBe(verdict);
});

test('what everybody pays is typical, also where the quartiles are one price', () => {
  expect(judge(500, Array<number>(30).fill(500)).verdict).toBe('TYPICAL');
});

test('fourteen prices are not enough data', () => {
  expect(judge(1, twenty.slice(0, 14)).verdict).toBe('NOT_ENOUGH_DATA');
});

test('a day per day on which anything was seen, in order, with every price counted once', () => {
  const seen = fc.array(
    fc.record({
      observedAt: fc.integer({ min: 0, max: 30 * 86_400_000 }),
      basisMinor: fc.integer({ min: 1, max: 999 }),
    }),
    { maxLength: 100 },
  );
  fc.assert(
    fc.property(seen, (prices) => {
      const days = dailyPrices(prices);
      expect(days.reduce((sum, { observations }) => sum + observations, 0)).toBe(prices.length);
      expect(days.map(({ day }) => day)).toEqual(
        [...new Set(prices.map(({ observedAt }) => dayOf(observedAt)))].sort((left, right) => left - right),
      );
      for (const { lowestMinor, typicalMinor, highestMinor } of days) {
        expect(lowestMinor).toBeLessThanOrEqual(typicalMinor);
        expect(typicalMinor).toBeLessThanOrEqual(highestMinor);
      }
    }),
  );
  expect(dateOfDay(dayOf(Date.parse('2027-03-01T23:59:59Z')))).toBe('2027-03-01');
});
