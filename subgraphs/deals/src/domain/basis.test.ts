import { expect, test } from '@jest/globals';
import type { RateTable } from '@meridian/platform/values/exchange';
import { basisRateOf, fromBasis, toBasis } from './basis.ts';

const rates: RateTable = {
  base: 'USD',
  date: '2027-03-01',
  source: 'test',
  rates: new Map([
    ['EUR', '0.8'],
    ['JPY', '154.2'],
    ['KWD', '0.307'],
  ]),
};

test('prices are put on the basis currency and back', () => {
  expect(toBasis({ minor: 10_000, currency: 'EUR' }, rates)).toBe(12_500);
  expect(fromBasis(12_500, 'EUR', rates)).toEqual({ minor: 10_000, currency: 'EUR' });
});

test('currencies without and with three digits keep their digits', () => {
  expect(toBasis({ minor: 15_420, currency: 'JPY' }, rates)).toBe(10_000);
  expect(toBasis({ minor: 307, currency: 'KWD' }, rates)).toBe(100);
  expect(fromBasis(10_000, 'JPY', rates)).toEqual({ minor: 15_420, currency: 'JPY' });
});

test('what is unknown has no rate, and dollars are dollars', () => {
  expect(toBasis({ minor: 1, currency: 'XXX' }, rates)).toBeUndefined();
  expect(fromBasis(1, 'XXX', rates)).toBeUndefined();
  expect(toBasis({ minor: 7, currency: 'USD' }, rates)).toBe(7);
});

test('the rate that was used is told with its date and source; dollars and what is unknown have none', () => {
  expect(basisRateOf('EUR', rates)).toEqual({
    currency: 'EUR',
    unitsPerBasis: '0.8',
    date: '2027-03-01',
    source: 'test',
  });
  expect([basisRateOf('USD', rates), basisRateOf('XXX', rates)]).toEqual([null, null]);
});
