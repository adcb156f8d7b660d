import { exponentOf, isCurrencyCode } from '@meridian/platform/values/currency';
import type { LocalDate } from '@meridian/platform/values/local-date';
import { convert, money } from '@meridian/platform/values/money';

/** How much of each currency one unit of `base` buys, as decimal text, and of which date and source that is. */
export type RateTable = Readonly<{
  base: string;
  date: LocalDate;
  source: string;
  rates: ReadonlyMap<string, string>;
}>;

/** Turns amounts into one currency, for comparing. */
export type Converter = Readonly<{
  to: string;
  date: LocalDate;
  /** How much of `to` one unit of a currency buys, as decimal text; undefined when no rate is known. */
  rate(from: string): string | undefined;
  /** Minor units of `to`, rounded once; undefined when no rate is known. */
  convert(amountMinor: number, from: string): number | undefined;
}>;

const rateIn = (table: RateTable, currency: string): number | undefined => {
  const text = currency === table.base ? '1' : table.rates.get(currency);
  return text === undefined ? undefined : Number(text);
};

/** As many as the schema's decimals have. */
const mostDecimals = 9;

/** Ten significant digits where there is room: more than any published rate has. */
const toText = (rate: number): string => {
  const digits = Math.min(mostDecimals, Math.max(0, 9 - Math.floor(Math.log10(rate))));
  return rate.toFixed(digits).replace(/\.?0+$/, '');
};

/** Makes a converter into a currency over a table of rates. Rates between two others go through the base. */
export function createConverter(table: RateTable, to: string): Converter {
  const known = new Map<string, string | undefined>();
  const target = isCurrencyCode(to) ? rateIn(table, to) : undefined;
  const rate = (from: string): string | undefined => {
    if (from === to) return '1';
    if (known.has(from)) return known.get(from);
    const source = rateIn(table, from);
    const text = source === undefined || target === undefined ? undefined : toText(target / source);
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

/** The digits of a currency, 2 for what is unknown. */
export const digitsOf = (currency: string): number => (isCurrencyCode(currency) ? exponentOf(currency) : 2);
