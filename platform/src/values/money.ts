import * as dinero from 'dinero.js/bigint';
import { type CurrencyCode, exponentOf } from './currency.ts';

/**
 * An amount in whole minor units: `{ minor: 1999, currency: 'EUR' }` is € 19.99, `{ minor: 1999, currency: 'JPY' }` is
 * ¥ 1,999. Every function here throws a RangeError where an amount would leave the safe integers, and where two currencies meet
 * that differ: both are faults of the program, never of a user.
 */
export type Money = Readonly<{ minor: number; currency: CurrencyCode }>;

/** A fraction of whole numbers. 7.5 % is `{ numerator: 75, denominator: 1000 }`. */
export type Ratio = Readonly<{ numerator: number; denominator: number }>;

/** Makes an amount from minor units, checked. */
export function money(minor: number, currency: CurrencyCode): Money {
  exponentOf(currency);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Money counts whole minor units, not ${minor} ${currency}.`);
  // Without `+ 0`, -0 would be an amount that differs from 0 in a comparison of records.
  return { minor: minor + 0, currency };
}

/** Nothing, in a currency. */
export const zero = (currency: CurrencyCode): Money => money(0, currency);

function sameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) {
    throw new RangeError(`${left.currency} and ${right.currency} cannot be mixed. Convert one of them first.`);
  }
}

/** The sum of two amounts of one currency. */
export function add(left: Money, right: Money): Money {
  sameCurrency(left, right);
  return money(left.minor + right.minor, left.currency);
}

/** `left` less `right`, of one currency; the answer may be negative. */
export function subtract(left: Money, right: Money): Money {
  sameCurrency(left, right);
  return money(left.minor - right.minor, left.currency);
}

/** The sum of any number of amounts, all in `currency`; nothing sums to zero. */
export function sum(amounts: Iterable<Money>, currency: CurrencyCode): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

const toDinero = (amount: Money, exponent = exponentOf(amount.currency)) =>
  dinero.dinero({
    amount: BigInt(amount.minor),
    // dinero.js counts the ouguiya and the ariary in fifths; ISO 4217 and the payment networks count hundredths.
    currency: { code: amount.currency, base: 10n, exponent: BigInt(exponent) },
  });

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** Rounds to the nearest integer, halves to the even one: the rounding that has no drift (IEEE 754, roundTiesToEven). */
function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twiceRest = absolute(dividend % divisor) * 2n;
  const isUp = twiceRest > absolute(divisor) || (twiceRest === absolute(divisor) && quotient % 2n !== 0n);
  if (!isUp) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}

/** `amount × numerator ÷ denominator`, rounded once, halves to even. */
export function multiply(amount: Money, ratio: Ratio): Money {
  if (!Number.isSafeInteger(ratio.numerator) || !Number.isSafeInteger(ratio.denominator) || ratio.denominator === 0) {
    throw new RangeError(`${ratio.numerator}/${ratio.denominator} is not a fraction of whole numbers.`);
  }
  const minor = divideHalfEven(BigInt(amount.minor) * BigInt(ratio.numerator), BigInt(ratio.denominator));
  return money(Number(minor), amount.currency);
}

/**
 * Splits an amount in proportion to whole weights ≥ 0, of which one is above 0. The parts always sum to the amount: what
 * rounding leaves over goes, one minor unit each, to the first parts with a weight.
 */
export function allocate(amount: Money, weights: readonly number[]): Money[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0) || !weights.some((weight) => weight > 0)) {
    throw new RangeError(`Weights are whole numbers of 0 or more, one of them above 0, not [${weights.join(', ')}].`);
  }
  const parts = dinero.allocate(toDinero(amount), weights.map(BigInt));
  return parts.map((part) => money(Number(dinero.toSnapshot(part).amount), amount.currency));
}

/** The decimal text of an amount, with all digits of its currency: `19.99`, `1999`, `-0.005`. */
export const toDecimal = (amount: Money): string => dinero.toDecimal(toDinero(amount));

const decimalPattern = /^(-?)(\d{1,15})(?:\.(\d{1,18}))?$/;

/**
 * Reads a decimal text such as `19.99`. Missing digits count as zeros. Returns undefined for what is no decimal number, has
 * more digits than the currency (trailing zeros apart: `5.00` yen are 5 yen), or is too large to be counted exactly.
 */
export function fromDecimal(text: string, currency: CurrencyCode): Money | undefined {
  const match = decimalPattern.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const exponent = exponentOf(currency);
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined;
  const minor = Number(sign + whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  return Number.isSafeInteger(minor) ? money(minor, currency) : undefined;
}

const ratePattern = /^\d{1,12}(?:\.(\d{1,12}))?$/;

/**
 * Converts at a rate, rounded once, halves to even.
 *
 * @param rate how many units of `to` one unit of the amount's currency costs, as a decimal text above 0: `0.9231`
 */
export function convert(amount: Money, to: CurrencyCode, rate: string): Money {
  const match = ratePattern.exec(rate);
  const scale = match?.[1]?.length ?? 0;
  const amountOfRate = match === null ? 0n : BigInt(rate.replace('.', ''));
  if (amountOfRate === 0n) throw new RangeError(`"${rate}" is not an exchange rate: a decimal number above 0.`);
  // dinero.js would round to the target's digits in a second step of its own; one exact fraction rounds once.
  const dividend = BigInt(amount.minor) * amountOfRate * 10n ** BigInt(exponentOf(to));
  const divisor = 10n ** BigInt(scale + exponentOf(amount.currency));
  return money(Number(divideHalfEven(dividend, divisor)), to);
}
