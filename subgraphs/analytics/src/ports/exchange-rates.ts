import type { RateTable } from '../domain/revenue-report.ts';

/** Where reference rates come from. */
export interface ExchangeRates {
  /** The newest table at hand. */
  current(): Promise<RateTable>;
}
