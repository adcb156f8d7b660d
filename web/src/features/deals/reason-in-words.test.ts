import { afterEach, expect, test } from '@jest/globals';
import { asStranger, reading } from '@meridian/ui/formats/reading';
import { reasonInWords } from './reason-in-words.ts';

afterEach(() => reading.set(asStranger));

const deal = (currency: string, rate: { unitsPerDollar: string; date: string } | null) => ({
  discountPercent: 38.6,
  typicalPrice: { __typename: 'Money' as const, amount: '221.56', currency },
  explanation: {
    __typename: 'DealExplanation' as const,
    observations: 1204,
    windowDays: 30,
    rate: rate && { __typename: 'DollarRate' as const, currency, ...rate },
  },
});

test.each([
  ['en-US', '38.6% below the mean of 1,204 comparable prices in 30 days, $221.56, and below the median.'],
  ['de-DE', '38,6 % below the mean of 1.204 comparable prices in 30 days, 221,56 $, and below the median.'],
])('a deal is explained as %s is read', (locale, expected) => {
  reading.set({ locale });
  expect(reasonInWords(deal('USD', null)).replace(/\s/g, ' ')).toBe(expected);
});

test('what was compared in dollars tells the rate and its year', () => {
  reading.set({ locale: 'en-US' });
  expect(reasonInWords(deal('GBP', { unitsPerDollar: '0.7295', date: '2025-06-30' }))).toMatch(
    /median\. Compared at about £0\.73 for \$1\.00, the rate of Mon, Jun 30, 2025\.$/,
  );
});
