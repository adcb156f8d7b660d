import { isCurrencyCode } from '@meridian/platform/values/currency';
import { fromDecimal } from '@meridian/platform/values/money';
import type { Problems } from '../../domain/problems.ts';

type Asked = Readonly<{ minPrice?: string | undefined; maxPrice?: string | undefined; currency: string }>;

/** Bounds of a price filter, in minor units of the currency that was asked for. */
export type PriceBounds = Readonly<{ minPriceMinor?: number; maxPriceMinor?: number }>;

/** Reads the price filter of a search, and notes what is wrong with it. */
export function priceBounds(problems: Problems, { minPrice, maxPrice, currency }: Asked): PriceBounds {
  problems.require(isCurrencyCode(currency), 'input.currency', 'Use a currency code of ISO 4217, such as EUR.');
  if (!isCurrencyCode(currency)) return {};
  const read = (text: string | undefined, path: string): number | undefined => {
    const minor = text === undefined ? undefined : fromDecimal(text, currency)?.minor;
    const isAmount = text === undefined || (minor !== undefined && minor >= 0);
    problems.require(isAmount, path, `Use an amount of 0 or more with the digits of ${currency}, such as 250.`);
    return minor;
  };
  const min = read(minPrice, 'input.minPrice');
  const max = read(maxPrice, 'input.maxPrice');
  const inOrder = min === undefined || max === undefined || min <= max;
  problems.require(inOrder, 'input.maxPrice', 'The highest price is not below the lowest one.');
  return { ...(min === undefined ? {} : { minPriceMinor: min }), ...(max === undefined ? {} : { maxPriceMinor: max }) };
}
