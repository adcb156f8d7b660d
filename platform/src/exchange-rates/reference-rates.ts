import { readFileSync } from 'node:fs';
import type { ExchangeRates } from './exchange-rates.ts';
import { newestOf, type RateTables, readRateTables, tableAt } from './rate-tables.ts';

/**
 * The tables in `reference-rates.json`. Their figures are round values that were written down for demonstration; nobody has
 * checked them against a bank or a market. They put prices on one scale and nothing is ever charged at them. For rates with a
 * source, set `EXCHANGE_RATES_URL`, see `openExchangeRates`; to change the figures, edit the file.
 */
export const readReferenceTables = (): RateTables =>
  readRateTables(JSON.parse(readFileSync(new URL('./reference-rates.json', import.meta.url), 'utf8')));

/** Rates of tables that do not change while the process runs. */
export const createReferenceRates = (tables: RateTables = readReferenceTables()): ExchangeRates => ({
  current: () => newestOf(tables),
  at: (instantInMs) => tableAt(tables, instantInMs),
});
