import { describe, expect, test } from '@jest/globals';
import { createConverter, exchange, shownRate } from './exchange.ts';

describe('exchange', () => {
  test('amounts convert through the base, once rounded, and not at all without a rate', () => {
    const table = {
      base: 'EUR',
      date: '2026-11-20',
      source: 'test',
      rates: new Map([
        ['USD', '1.25'],
        ['JPY', '160'],
      ]),
    };
    const toUsd = createConverter(table, 'USD');
    expect([toUsd.convert(100, 'EUR'), toUsd.convert(160, 'JPY'), toUsd.convert(7, 'USD')]).toEqual([125, 125, 7]);
    expect([toUsd.rate('JPY'), toUsd.rate('USD'), toUsd.rate('SGD'), toUsd.convert(1, 'SGD')]).toEqual([
      '0.0078125',
      '1',
      undefined,
      undefined,
    ]);
    // The schema's decimals have up to nine digits behind the point.
    expect(createConverter({ ...table, rates: new Map([['VND', '30000.7']]) }, 'EUR').rate('VND')).toMatch(
      /^0\.\d{1,9}$/,
    );
  });

  test('a rate that is too small to be shown in full converts at more digits than are shown', () => {
    const table = { base: 'USD', date: '2026-11-20', source: 'test', rates: new Map([['VND', '26120']]) };
    expect(shownRate(table, { from: 'VND', to: 'USD' })).toBe('0.000038285');
    expect(exchange({ minor: 261_200_000, currency: 'VND' }, 'USD', table)).toEqual({
      minor: 1_000_000,
      currency: 'USD',
    });
  });

  test('a rate of whole units keeps its zeros', () => {
    const table = { base: 'USD', date: '2026-11-20', source: 'test', rates: new Map([['LBP', '90000']]) };
    expect(shownRate(table, { from: 'USD', to: 'LBP' })).toBe('90000');
  });

  test('what has no rate, or is no currency, has no amount', () => {
    const table = { base: 'USD', date: '2026-11-20', source: 'test', rates: new Map([['XYZ', '2']]) };
    expect([
      exchange({ minor: 1, currency: 'EUR' }, 'USD', table),
      exchange({ minor: 1, currency: 'USD' }, 'XYZ', table),
    ]).toEqual([undefined, undefined]);
  });
});
