import type { RateTable } from '../domain/exchange.ts';

/** Where exchange rates come from. They serve comparing only: charges stay in the listing's currency. */
export interface ExchangeRates {
  /** The newest table at hand. Never fails: an older table is better than no search. */
  current(): Promise<RateTable>;
}
