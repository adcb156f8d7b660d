import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { asStranger, reading } from '@meridian/ui/formats/reading';
import type { PriceInsightSummaryFragment } from '../../generated/features/listing/listing.ts';
import { adviceInWords, chartInWords, finishedDays, rangeInWords, verdictInWords } from './price-words.ts';

beforeAll(() => reading.set({ locale: 'en-US' }));
afterAll(() => reading.set(asStranger));

const dollars = (amount: string) => ({ __typename: 'Money' as const, amount, currency: 'USD' });
const day = (date: string, observations: number) => ({
  __typename: 'PricePoint' as const,
  date,
  observations,
  typical: dollars('165.00'),
  lowest: dollars('120.00'),
  highest: dollars('210.00'),
});
const insight: PriceInsightSummaryFragment = {
  __typename: 'PriceInsight',
  verdict: 'LOW',
  advice: 'BUY',
  hitRate: 0.714,
  trials: 1200,
  observations: 312,
  comparableLabel: 'hotel stays in Lisbon',
  current: dollars('151.32'),
  lowerQuartile: dollars('160.00'),
  median: dollars('165.00'),
  upperQuartile: dollars('171.00'),
};
const series = [day('2026-11-29', 30), day('2026-11-30', 28), day('2026-12-01', 2)];

test.each([
  ['STAY', 'From $151.32 a night, without days: a low price.', '$160.00 to $171.00 a night (312 prices in 30 days).'],
  ['FLIGHT', 'The cheapest fare, $151.32: a low price.', '$160.00 to $171.00 (312 prices in 30 days).'],
  ['CAR', '$151.32 a day: a low price.', '$160.00 to $171.00 a day (312 prices in 30 days).'],
] as const)('of a %s it is said which price is judged, and for what every amount is', (kind, verdict, range) => {
  expect(verdictInWords(insight, kind)).toBe(verdict);
  expect(rangeInWords(insight, kind)).toBe(`Of hotel stays in Lisbon most cost ${range}`);
});

test('without enough data nothing is judged', () => {
  const scarce = { ...insight, verdict: 'NOT_ENOUGH_DATA', lowerQuartile: null, observations: 4 } as const;
  expect(verdictInWords(scarce, 'STAY')).toBe('From $151.32 a night, without days.');
  expect(rangeInWords(scarce, 'STAY')).toBe('Of hotel stays in Lisbon only 4 prices are known so far.');
});

test('an advice tells how often it was right', () => {
  expect(adviceInWords(insight)).toContain('right in 71% of 1,200 cases.');
  expect(adviceInWords({ ...insight, advice: 'UNKNOWN' })).toBe('');
});

test('a day that is not over is no part of the chart', () => {
  const now = Date.parse('2026-12-01T08:00:00Z');
  const days = finishedDays(series, now);
  expect(days.map(({ date }) => date)).toEqual(['2026-11-29', '2026-11-30']);
  expect(finishedDays(series, now + 86_400_000)).toHaveLength(3);
  expect(chartInWords(days, insight, 'STAY')).toBe(
    'Typical price of comparable listings from Sun, Nov 29 ($165.00) to Mon, Nov 30 ($165.00). This one now: $151.32 a night.',
  );
});
