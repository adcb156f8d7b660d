import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advise, backtest, type DayPrice } from './advice.ts';

const today = 20_000;
/** One price a day, up to yesterday. */
const series = (days: number, priceOn: (daysAgo: number) => number): DayPrice[] =>
  Array.from({ length: days }, (_, index) => ({ day: today - days + index, typicalMinor: priceOn(days - index) }));
const both = (days: readonly DayPrice[]) => ({ now: days, later: days });

test('a steady price: buy, and the record says that this was right on every day', () => {
  const answer = advise(10_000, both(series(90, () => 10_000)), today);
  expect(answer).toMatchObject({ advice: 'BUY', hitRate: 1 });
  expect(answer.trials).toBeGreaterThan(50);
});

test('a price far above what it returns to: wait', () => {
  expect(advise(14_000, both(series(90, () => 10_000)), today)).toMatchObject({ advice: 'WAIT', hitRate: 1 });
});

test('a flight that will be compared with dearer ones in a week: buy, though it is above its present mean', () => {
  const now = series(90, () => 10_000);
  const later = series(90, () => 13_000);
  expect(advise(11_000, { now, later }, today)).toMatchObject({ advice: 'BUY', hitRate: 1 });
  expect(advise(11_000, both(now), today)).toMatchObject({ advice: 'WAIT' });
});

test('prices that fall for good prove the rule wrong, and the published record says so', () => {
  const falling = series(90, (daysAgo) => 10_000 + daysAgo * 300);
  const answer = advise(10_000, both(falling), today);
  expect(answer.advice).toBe('BUY');
  expect(answer.hitRate).toBeLessThan(0.1);
});

test.each([0, 5, 20])('%d days of history are too few for advice that could be checked', (days) => {
  expect(advise(10_000, both(series(days, () => 10_000)), today)).toMatchObject({ advice: 'UNKNOWN', hitRate: null });
});

test('the backtest looks at nothing that was not known on its day', () => {
  const prices = fc.array(fc.integer({ min: 5_000, max: 15_000 }), { minLength: 90, maxLength: 90 });
  fc.assert(
    fc.property(prices, fc.integer({ min: 1, max: 10 }), (values, days) => {
      const known = series(90, (daysAgo) => values[90 - daysAgo] ?? 0);
      const past = known.slice(0, -days);
      const until = (past.at(-1)?.day ?? 0) + 1;
      // What is judged at an earlier date is judged the same with later prices at hand.
      expect(backtest(both(known), until)).toEqual(backtest(both(past), until));
    }),
  );
});
