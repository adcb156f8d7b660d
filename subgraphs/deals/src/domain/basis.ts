import { exchange, type RateTable } from '@meridian/platform/values/exchange';
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
