import { z } from 'zod';
import { isCurrencyCode } from '../values/currency.ts';
import type { RateTable } from '../values/exchange.ts';

const rate = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,9}(\.\d{1,12})?$/));

const code = z.string().regex(/^[A-Z]{3}$/);
const dated = { date: z.iso.date(), rates: z.record(code, rate) };

/** A table as services give it: `{ base, date, rates }`. */
const tableJson = z.object({ base: code, source: z.string().optional(), ...dated });

/** Tables of several dates as a file gives them: `{ base, source, tables: [{ date, rates }] }`, the oldest first. */
const tablesJson = z.object({ base: code, source: z.string(), tables: z.array(z.object(dated)).min(1) });

type Dated = Readonly<{ base: string; source: string; date: string; rates: Readonly<Record<string, string>> }>;

/** A table that covers every instant needs a first one: a list that is known to have it. */
export type RateTables = readonly [RateTable, ...RateTable[]];

/**
 * Rates of 0 are left out: nothing can be bought at them. So are codes that are none (any more), as a country's own money before
 * it took the euro: nothing is priced in them.
 */
function toTable({ base, source, date, rates }: Dated): RateTable {
  const usable = Object.entries(rates).filter(([currency, text]) => isCurrencyCode(currency) && Number(text) > 0);
  return { base, date, source, rates: new Map(usable) };
}

/**
 * Checks and reads what a service answered.
 *
 * @param source names it where it does not name itself
 * @throws ZodError for what is no table
 */
export function readRateTable(json: unknown, source: string): RateTable {
  const table = tableJson.parse(json);
  return toTable({ ...table, source: table.source ?? source });
}

/**
 * Checks and reads the tables of a file.
 *
 * @throws ZodError for what is no list of tables, RangeError when they are not in the order of their dates
 */
export function readRateTables(json: unknown): RateTables {
  const { base, source, tables } = tablesJson.parse(json);
  const [first, ...others] = tables.map(({ date, rates }) => toTable({ base, source, date, rates }));
  if (first === undefined) throw new RangeError('There is no table of exchange rates.');
  let { date } = first;
  for (const other of others) {
    if (other.date <= date) throw new RangeError(`The table of ${other.date} stands behind that of ${date}.`);
    date = other.date;
  }
  return [first, ...others];
}

const startsAt = (table: RateTable): number => Date.parse(`${table.date}T00:00:00Z`);

/** The newest table whose date had begun at an instant (epoch milliseconds); before the first one, the first. */
export const tableAt = (tables: RateTables, instantInMs: number): RateTable =>
  tables.findLast((table) => startsAt(table) <= instantInMs) ?? tables[0];

/** The last of the tables. */
export const newestOf = (tables: RateTables): RateTable => tables.at(-1) ?? tables[0];
