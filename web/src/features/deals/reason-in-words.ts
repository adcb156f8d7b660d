import { formatDate } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { formatCount, formatPercent } from '@meridian/ui/formats/numbers';
import type { DealSummaryFragment } from '../../generated/features/deals/deals.ts';

type Reason = Pick<DealSummaryFragment, 'discountPercent' | 'typicalPrice' | 'explanation'>;

/** Where comparables are kept in another currency than the deal's, which rate put them into it. */
function rateInWords({ rate }: Reason['explanation']): string {
  if (rate === null) return '';
  const dollar = formatMoney({ amount: '1', currency: 'USD' });
  const bought = formatMoney({ amount: rate.unitsPerDollar, currency: rate.currency });
  return ` Compared at about ${bought} for ${dollar}, the rate of ${formatDate(rate.date)}.`;
}

/** Why something is a deal, with the numbers that it rests on. */
export function reasonInWords({ discountPercent, typicalPrice, explanation }: Reason): string {
  const discount = formatPercent(discountPercent / 100, { digits: 1 });
  const prices = `${formatCount(explanation.observations)} comparable prices in ${explanation.windowDays} days`;
  return `${discount} below the mean of ${prices}, ${formatMoney(typicalPrice)}, and below the median.${rateInWords(explanation)}`;
}
