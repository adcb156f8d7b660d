import { isCurrencyCode } from '@meridian/platform/values/currency';
import { fromDecimal } from '@meridian/platform/values/money';
import type { Problems } from '../../domain/problems.ts';

/** Reads amounts of one currency, and notes those that are none. */
export function createAmountReader(problems: Problems, currency: string) {
  return (text: string, path: string): number => {
    const amount = isCurrencyCode(currency) ? fromDecimal(text, currency) : undefined;
    problems.require(amount !== undefined, path, `Use an amount with the digits of ${currency}, such as 120.`);
    // A negative amount is read as it is: the rules of the listing name it.
    return amount?.minor ?? 0;
  };
}

/** Notes a price of nothing. One that could not be read counts as 0 too; of that, the reader has told. */
export const requirePaid = (problems: Problems, minor: number, of: Readonly<{ path: string; what: string }>): void =>
  problems.add(minor === 0 ? [{ path: [of.path], message: `${of.what} costs more than 0.` }] : []);

/** Reads what a night costs where no other price is set. */
export function readNightlyPrice(problems: Problems, text: string, currency: string): number {
  const minor = createAmountReader(problems, currency)(text, 'nightlyPrice');
  requirePaid(problems, minor, { path: 'nightlyPrice', what: 'A night' });
  return minor;
}

/** Reads a tax: per cent with at most one digit, as whole per mille. */
export function readTax(problems: Problems, percent: number, path: string): number {
  const perMille = Math.round(percent * 10);
  const isExact = Math.abs(percent * 10 - perMille) < 1e-6;
  problems.require(isExact, path, 'A tax is given in per cent with at most one digit, such as 7.5.');
  return perMille;
}
