import { exchange, type RateTable, shownRate } from '@meridian/platform/values/exchange';
import type { LocalDate } from '@meridian/platform/values/local-date';
import type { Amount } from './price-watch.ts';

/** Prices are compared in this currency. */
export const basisCurrency = 'USD';

/**
 * Minor units of the basis currency; undefined for a currency without a rate. Bring the table of the price's own time, so that a
 * replay comes to the same result.
 */
export const toBasis = (amount: Amount, rates: RateTable): number | undefined =>
  exchange(amount, basisCurrency, rates)?.minor;

/** The way back; undefined for a currency without a rate. */
export const fromBasis = (basisMinor: number, currency: string, rates: RateTable): Amount | undefined =>
  exchange({ minor: basisMinor, currency: basisCurrency }, currency, rates);

/** At which rate amounts of a currency were put on the basis currency and back, and where the rate comes from. */
export type BasisRate = Readonly<{
  currency: string;
  /** How much of it one unit of the basis currency buys, as decimal text. */
  unitsPerBasis: string;
  date: LocalDate;
  source: string;
}>;

/** The rate that {@link toBasis} and {@link fromBasis} use; null where none is: for the basis currency, and without a rate. */
export function basisRateOf(currency: string, rates: RateTable): BasisRate | null {
  const unitsPerBasis = shownRate(rates, { from: basisCurrency, to: currency });
  if (currency === basisCurrency || unitsPerBasis === undefined) return null;
  return { currency, unitsPerBasis, date: rates.date, source: rates.source };
}
