import { expect } from '@jest/globals';
import { createConverter, type RateTable } from '@meridian/platform/values/exchange';
import fc from 'fast-check';

const rates: RateTable = {
  base: 'USD',
  date: '2026-11-20',
  source: 'test',
  rates: new Map([
    ['EUR', '0.8'],
    ['JPY', '150'],
  ]),
};

/** Into US dollars. */
export const converter = createConverter(rates, 'USD');
/** XAF has no rate. */
export const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'XAF');

const ratesToUsd: Readonly<Record<string, number>> = { USD: 1, EUR: 1.25, JPY: 100 / 150 };

/** A total in US cents, by hand: JPY has no digits. */
export const inCents = (minor: number, from: string): number => {
  const rate = ratesToUsd[from];
  return rate === undefined ? Number.POSITIVE_INFINITY : minor * rate;
};

export const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** A filter without what it does not say. */
export const told = <Filter extends object>(filter: object): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter;

/** Asserts that a facet counts, value by value, what a search for that value alone would find. */
export function expectCounts<Value>(
  facet: ReadonlyMap<string, number> | undefined,
  values: readonly Value[],
  bruteForce: (value: Value) => number,
): void {
  const counted = values.map((value) => facet?.get(String(value)) ?? 0);
  expect(counted).toEqual(values.map(bruteForce));
}
