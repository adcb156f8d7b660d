import type { RateTable } from '../values/exchange.ts';

/**
 * Where exchange rates come from. They serve comparing only: charges stay in their own currency. Both answer at once, from
 * memory, and never fail: an older table is better than no answer.
 */
export interface ExchangeRates {
  /** The newest table at hand. */
  current(): RateTable;
  /** The table of an instant (epoch milliseconds): the newest whose date (UTC) had begun; before the first one, the first. */
  at(instantInMs: number): RateTable;
}
