import { exponentOf } from '@meridian/platform/values/currency';
import type { IntakeMoney } from '@meridian/schema/contracts/record';
import { type DollarMeans, otherCurrency } from './named-currency.ts';
import { currencySignsOf, hasCurrencySign, readDigits } from './parse-number.ts';

const maxMinor = 100_000_000_000;

/** In a currency that has three digits, such as the Kuwaiti dinar, a point before three digits never groups, sign or no sign. */
const digitsOfDinars = 3;

/**
 * An amount of a currency, rounded half up once to its digits. Undefined for what is no number or absurdly large, and
 * for an amount that names another currency.
 *
 * Half of the world groups thousands by points, and nobody writes a price tag to a tenth of a cent: beside a currency, exactly three
 * digits after a single point are a group, `€1.234` is 1234. A bare `98.125` was written by a program, where a point begins decimals.
 */
export const parseMoney = (
  text: string,
  currency: string,
  dollarMeans: DollarMeans = 'a dollar',
): IntakeMoney | undefined => {
  if (otherCurrency(currencySignsOf(text), currency, dollarMeans) !== undefined) return undefined;
  const exponentOfCurrency = exponentOf(currency);
  const digits = readDigits(text, exponentOfCurrency !== digitsOfDinars && hasCurrencySign(text));
  if (digits === undefined) return undefined;
  // Through the decimal exponent, because 1.005 * 100 is 100.49999999999999.
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  const minor =
    Math.sign(Number(digits)) * Math.round(Math.abs(Number(`${mantissa}e${Number(exponent) + exponentOfCurrency}`)));
  return Math.abs(minor) <= maxMinor ? { minor: minor === 0 ? 0 : minor, currency } : undefined;
};

/** Why {@link parseMoney} found no amount. `what` is what the text should have been, such as `price`. */
export const whyNoAmount = (
  text: string,
  { currency, what, dollarMeans = 'a dollar' }: Readonly<{ currency: string; what: string; dollarMeans?: DollarMeans }>,
): string => {
  const other =
    readDigits(text, false) === undefined ? undefined : otherCurrency(currencySignsOf(text), currency, dollarMeans);
  return other === undefined ? `"${text}" is no ${what}` : `"${text}" names ${other}, expected ${currency}`;
};

/** Why a text is no price that somebody could ask for; undefined for one. 0 is a price. */
export const priceProblem = (
  text: string,
  currency: string,
  dollarMeans: DollarMeans = 'a dollar',
): string | undefined => {
  const amount = parseMoney(text, currency, dollarMeans);
  if (amount === undefined) return whyNoAmount(text, { currency, what: 'price', dollarMeans });
  return amount.minor < 0 ? `the price ${text} is negative` : undefined;
};
