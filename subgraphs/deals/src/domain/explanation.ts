import { toDecimal } from '@meridian/platform/values/money';
import { basisCurrency, fromBasis } from './basis.ts';
import { labelOfKey } from './comparable-label.ts';
import type { Deal } from './deal.ts';
import { windowInDays } from './detection.ts';
import type { Amount } from './price-watch.ts';

const inWords = (amount: Amount): string => `${amount.currency} ${toDecimal(amount)}`;

/** The median in the currency of the deal's price, at the rate that put the mean into it. */
function medianOf({ basis, rate }: Deal): Amount {
  const inBasis = { minor: basis.medianMinor, currency: basisCurrency };
  if (rate === null) return inBasis;
  const { currency, unitsPerBasis, date, source } = rate;
  const table = { base: basisCurrency, date, source, rates: new Map([[currency, unitsPerBasis]]) };
  return fromBasis(basis.medianMinor, currency, table) ?? inBasis;
}

/** A deal's reason in one sentence, with the numbers that decided, in the currency that the deal is paid in. */
export function explain(deal: Deal): string {
  const { price, typicalPrice, rate, basis } = deal;
  const conversion =
    rate === null
      ? ''
      : ` Compared at ${rate.unitsPerBasis} ${rate.currency} for a ${basisCurrency}, the rate of ${rate.date}.`;
  return (
    `${inWords(price)} is ${deal.discountPercent} % below the mean of ${inWords(typicalPrice)}, and below the median of ` +
    `${inWords(medianOf(deal))}, of ${basis.observations} comparable prices in ${windowInDays} days: ` +
    `${labelOfKey(basis.key)}.${conversion}`
  );
}
