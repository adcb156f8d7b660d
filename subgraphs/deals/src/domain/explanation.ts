import { toDecimal } from '@meridian/platform/values/money';
import { labelOfKey } from './comparable-label.ts';
import type { Deal } from './deal.ts';
import { windowInDays } from './detection.ts';

/** A deal's reason in one sentence, with the numbers that decided. */
export function explain(deal: Deal, currency: string): string {
  const { priceMinor, meanMinor, medianMinor, observations, key } = deal.basis;
  const amount = (minor: number) => `${currency} ${toDecimal({ minor, currency })}`;
  return (
    `${amount(priceMinor)} is ${deal.discountPercent} % below the mean of ${amount(meanMinor)}, and below the median of ` +
    `${amount(medianMinor)}, of ${observations} comparable prices in ${windowInDays} days: ${labelOfKey(key)}.`
  );
}
