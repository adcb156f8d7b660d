import type { Amount } from '../domain/price-watch.ts';

/** Prices are compared in this currency. */
export const basisCurrency = 'USD';

/** Dated reference rates. The same amount and instant always give the same answer, so a replay comes to the same result. */
export interface ExchangeRates {
  /** Minor units of the basis currency at the rate of an instant (epoch milliseconds); undefined for an unknown currency. */
  toBasis(amount: Amount, at: number): number | undefined;
  /** The way back; undefined for an unknown currency. */
  fromBasis(basisMinor: number, currency: string, at: number): Amount | undefined;
}
