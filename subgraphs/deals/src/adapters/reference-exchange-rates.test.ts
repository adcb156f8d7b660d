import { expect, test } from '@jest/globals';
import { createReferenceExchangeRates } from './reference-exchange-rates.ts';

const rates = createReferenceExchangeRates();
const now = Date.parse('2027-03-01T00:00:00Z');

test('rates are dated: the same amount is worth what it was worth then', () => {
  const euros = { minor: 10_000, currency: 'EUR' };
  expect(rates.toBasis(euros, now)).toBe(11_518);
  expect(rates.toBasis(euros, Date.parse('2022-04-16T00:00:00Z'))).toBe(11_046);
  // Older than the first table: the first table.
  expect(rates.toBasis(euros, 0)).toBe(11_046);
});

test('currencies without and with three digits keep their digits', () => {
  expect(rates.toBasis({ minor: 15_420, currency: 'JPY' }, now)).toBe(10_000);
  expect(rates.toBasis({ minor: 307, currency: 'KWD' }, now)).toBe(100);
  expect(rates.fromBasis(10_000, 'JPY', now)).toEqual({ minor: 15_420, currency: 'JPY' });
});

test('what is unknown has no rate, and dollars are dollars', () => {
  expect(rates.toBasis({ minor: 1, currency: 'XXX' }, now)).toBeUndefined();
  expect(rates.fromBasis(1, 'XXX', now)).toBeUndefined();
  expect(rates.toBasis({ minor: 7, currency: 'USD' }, now)).toBe(7);
});
