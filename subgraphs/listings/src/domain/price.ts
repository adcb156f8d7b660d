import type { CurrencyCode } from '@meridian/platform/values/currency';
import { money, multiply } from '@meridian/platform/values/money';

/** One line of a price, for the whole party and time. */
export type PriceLine = Readonly<{ kind: 'PRICE' | 'TAX' | 'FEE'; label: string; amountMinor: number }>;

/** A price with its parts; the lines sum to the total. */
export type Price = Readonly<{ currency: CurrencyCode; lines: readonly PriceLine[]; totalMinor: number }>;

/** Puts a price together. Lines of nothing are left out, the first one apart. */
export function priceOf(currency: CurrencyCode, lines: readonly PriceLine[]): Price {
  const kept = lines.filter((line, index) => index === 0 || line.amountMinor !== 0);
  const totalMinor = kept.reduce((sum, line) => sum + line.amountMinor, 0);
  return { currency, lines: kept, totalMinor: money(totalMinor, currency).minor };
}

/** A tax in per mille of an amount, rounded once, halves to even. */
export function taxOn(amountMinor: number, perMille: number, currency: CurrencyCode): number {
  if (perMille === 0) return 0;
  return multiply(money(amountMinor, currency), { numerator: perMille, denominator: 1000 }).minor;
}

/** `1 night`, `2 nights`. */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Percent with at most one digit, for a label. */
export const percentLabel = (perMille: number): string => `${perMille / 10} %`;
