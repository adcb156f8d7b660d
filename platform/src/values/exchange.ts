import { isCurrencyCode } from './currency.ts';
import type { LocalDate } from './local-date.ts';
import { convert, type Money, money } from './money.ts';

/** How much of each currency one unit of `base` buys, as decimal text, and of which date and source that is. */
export type RateTable = Readonly<{
  base: string;
  date: LocalDate;
  source: string;
  rates: ReadonlyMap<string, string>;
}>;

/** From which currency into which. */
export type Exchange = Readonly<{ from: string; to: string }>;

const unitsIn = (table: RateTable, currency: string): number | undefined => {
  const text = currency === table.base ? '1' : table.rates.get(currency);
  return text === undefined ? undefined : Number(text);
};

/** As many as {@link convert} reads. */
const readableDecimals = 12;
/** As many as the scalar `Decimal` shows. */
const shownDecimals = 9;

/** Ten significant digits where there is room: more than any published rate has. */
const toText = (rate: number, mostDecimals: number): string => {
  const digits = Math.min(mostDecimals, Math.max(0, 9 - Math.floor(Math.log10(rate))));
  const text = rate.toFixed(digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

function rateText(table: RateTable, { from, to }: Exchange, mostDecimals: number): string | undefined {
  if (from === to) return '1';
  const [source, target] = [unitsIn(table, from), unitsIn(table, to)];
  return source === undefined || target === undefined ? undefined : toText(target / source, mostDecimals);
}

/**
 * How much of `to` one unit of `from` buys, as a decimal text to be shown; undefined when no rate is known. Rates between two
 * others go through the base.
 */
export const shownRate = (table: RateTable, exchange: Exchange): string | undefined =>
  rateText(table, exchange, shownDecimals);

/** An amount in another currency, rounded once; undefined when no rate is known. */
export function exchange(amount: Money, to: string, table: RateTable): Money | undefined {
  const { minor, currency: from } = amount;
  if (from === to) return amount;
  const rate = isCurrencyCode(from) && isCurrencyCode(to) ? rateText(table, { from, to }, readableDecimals) : undefined;
  return rate === undefined ? undefined : convert(money(minor, from), to, rate);
}

/** Turns many amounts into one currency, for comparing, each at the rate that is shown beside it. */
export type Converter = Readonly<{
  to: string;
  date: LocalDate;
  /** How much of `to` one unit of a currency buys, as decimal text; undefined when no rate is known. */
  rate(from: string): string | undefined;
  /** Minor units of `to`, rounded once; undefined when no rate is known. */
  convert(amountMinor: number, from: string): number | undefined;
}>;

/** Makes a converter into a currency over a table of rates. It works each rate out once. */
export function createConverter(table: RateTable, to: string): Converter {
  const known = new Map<string, string | undefined>();
  const isKnownTarget = isCurrencyCode(to);
  const rate = (from: string): string | undefined => {
    if (from === to) return '1';
    if (known.has(from)) return known.get(from);
    const text = isKnownTarget ? shownRate(table, { from, to }) : undefined;
    known.set(from, text);
    return text;
  };
  return {
    to,
    date: table.date,
    rate,
    convert(amountMinor, from) {
      if (from === to) return amountMinor;
      const text = rate(from);
      return text === undefined ? undefined : convert(money(amountMinor, from), to, text).minor;
    },
  };
}
