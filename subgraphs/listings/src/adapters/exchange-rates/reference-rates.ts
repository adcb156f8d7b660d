import { readFileSync } from 'node:fs';
import { isCurrencyCode } from '@meridian/platform/values/currency';
import { z } from 'zod';
import type { RateTable } from '../../domain/exchange.ts';
import type { ExchangeRates } from '../../ports/exchange-rates.ts';

const rate = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,9}(\.\d{1,12})?$/));

/** A table as files and services give it: `{ base, date, rates }`. */
export const rateTableJson = z.object({
  base: z.string().regex(/^[A-Z]{3}$/),
  date: z.iso.date(),
  source: z.string().optional(),
  rates: z.record(z.string().regex(/^[A-Z]{3}$/), rate),
});

/**
 * Checks and reads a table. Rates of 0 are left out: nothing can be bought at them. So are codes that are none (any more), as a
 * country's own money before it took the euro: nothing is priced in them.
 */
export function toRateTable(json: unknown, source: string): RateTable {
  const table = rateTableJson.parse(json);
  const rates = Object.entries(table.rates).filter(([code, text]) => isCurrencyCode(code) && Number(text) > 0);
  return { base: table.base, date: table.date, source: table.source ?? source, rates: new Map(rates) };
}

/** @param file a table in JSON, see {@link rateTableJson} */
export function readRateTable(file: string): RateTable {
  return toRateTable(JSON.parse(readFileSync(file, 'utf8')), file);
}

/** The rates of a table that does not change while the process runs. */
export const createReferenceRates = (table: RateTable): ExchangeRates => ({ current: async () => table });
