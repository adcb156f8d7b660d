import { formatDay } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { formatCount, formatPercent } from '@meridian/ui/formats/numbers';
import type { PriceInsightSummaryFragment } from '../../generated/features/listing/listing.ts';
import type { PriceSeriesFragment } from '../../generated/features/listing/price-history.ts';

type Insight = PriceInsightSummaryFragment;
type Series = PriceSeriesFragment['series'];

/** What is sold decides what its one compared price is for. */
export type PricedKind = 'FLIGHT' | 'STAY' | 'CAR';

/** What every amount of an insight is for. */
const units = { FLIGHT: '', STAY: ' a night', CAR: ' a day' } as const;

/** An amount of an insight: `$151.32 a night`. */
export const priceWithUnit = (price: Insight['current'], kind: PricedKind): string =>
  `${formatMoney(price)}${units[kind]}`;

/** Which price is judged: on a page that shows others, it has to be told apart from them. */
export function pricedInWords(current: Insight['current'], kind: PricedKind): string {
  const price = priceWithUnit(current, kind);
  return { FLIGHT: `The cheapest fare, ${price}`, STAY: `From ${price}, without days`, CAR: price }[kind];
}

const verdicts = { LOW: 'a low price', TYPICAL: 'a typical price', HIGH: 'a high price' } as const;

/** `The cheapest fare, $366.00: a low price.` */
export function verdictInWords({ verdict, current }: Insight, kind: PricedKind): string {
  const priced = pricedInWords(current, kind);
  return verdict === 'NOT_ENOUGH_DATA' ? `${priced}.` : `${priced}: ${verdicts[verdict]}.`;
}

/** `Of hotel stays in Lisbon most cost $160.00 to $171.00 a night (312 prices in 30 days).` */
export function rangeInWords(insight: Insight, kind: PricedKind): string {
  const { lowerQuartile, upperQuartile, observations, comparableLabel } = insight;
  const prices = `${formatCount(observations)} ${observations === 1 ? 'price' : 'prices'}`;
  if (!lowerQuartile || !upperQuartile) return `Of ${comparableLabel} only ${prices} are known so far.`;
  const range = `${formatMoney(lowerQuartile)} to ${priceWithUnit(upperQuartile, kind)}`;
  return `Of ${comparableLabel} most cost ${range} (${prices} in 30 days).`;
}

const advices = { BUY: 'Buy now: prices like this one seldom fall further.', WAIT: 'Waiting may pay.', UNKNOWN: '' };

/** An advice is only as good as it has been: the share of times it was right stands beside it. */
export function adviceInWords({ advice, hitRate, trials }: Insight): string {
  const sentence = advices[advice];
  if (sentence === '' || hitRate === null) return sentence;
  return `${sentence} Such advice was right in ${formatPercent(hitRate)} of ${formatCount(trials)} cases.`;
}

/** The days that are over, in UTC as they were counted: of the present one only some prices are known, and its range would look narrow. */
export const finishedDays = (series: Series, now: number): Series => {
  const present = new Date(now).toISOString().slice(0, 10);
  return series.filter(({ date }) => date < present);
};

/** What the chart says, for those who do not see it. */
export function chartInWords(days: Series, insight: Insight, kind: PricedKind): string {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return 'No prices of earlier days are known yet.';
  const typical = ({ date, typical }: Series[number]) => `${formatDay(date)} (${formatMoney(typical)})`;
  return (
    `Typical price of comparable listings from ${typical(first)} to ${typical(last)}. ` +
    `This one now: ${priceWithUnit(insight.current, kind)}.`
  );
}
