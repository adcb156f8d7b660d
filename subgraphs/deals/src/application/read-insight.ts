import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Clock } from '@meridian/platform/time/clock';
import { advise, type BuyOrWait, horizonInDays } from '../domain/advice.ts';
import { basisCurrency, fromBasis, toBasis } from '../domain/basis.ts';
import { labelOfKey } from '../domain/comparable-label.ts';
import { windowInMs } from '../domain/detection.ts';
import { dailyPrices, dayOf, judge, type SeenPrice, type Verdict } from '../domain/insight.ts';
import type { Amount } from '../domain/price-watch.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import { keyOfSubject, leadTimeAt } from './comparables.ts';
import { type PricePoint, type ToAmount, toPoint } from './price-point.ts';

const dayInMs = 86_400_000;
const historyInMs = 90 * dayInMs;
/** Far more than a key has in 90 days; a bound, so that one popular key cannot fill the memory. */
const mostSeen = 20_000;

/** What can be said of a listing's price, in the listing's currency. Quartiles are null without enough data. */
export type Insight = Readonly<{
  current: Amount;
  verdict: Verdict;
  quartiles: Readonly<{ lower: Amount; median: Amount; upper: Amount }> | null;
  observations: number;
  key: string;
  label: string;
  series: readonly PricePoint[];
  advice: BuyOrWait;
}>;

type Deps = Readonly<{
  store: Pick<DealsStore, 'listings' | 'observations'>;
  rates: ExchangeRates;
  clock: Clock;
}>;

type Asked = Readonly<{
  key: string;
  now: readonly SeenPrice[];
  later: readonly SeenPrice[];
  at: number;
  basisMinor: number;
  toAmount: ToAmount;
}>;

function describe(current: Amount, asked: Asked): Insight {
  const { key, at, basisMinor, toAmount } = asked;
  const recent = asked.now.filter(({ observedAt }) => observedAt > at - windowInMs);
  const { verdict, quartiles } = judge(
    basisMinor,
    recent.map((seen) => seen.basisMinor),
  );
  const daily = dailyPrices(asked.now);
  const isKnown = verdict !== 'NOT_ENOUGH_DATA' && quartiles !== undefined;
  return {
    current,
    verdict,
    quartiles: isKnown
      ? {
          lower: toAmount(quartiles.lower),
          median: toAmount(quartiles.median),
          upper: toAmount(quartiles.upper),
        }
      : null,
    observations: recent.length,
    key,
    label: labelOfKey(key),
    series: daily.map((day) => toPoint(day, toAmount)),
    advice: advise(basisMinor, { now: daily, later: dailyPrices(asked.later) }, dayOf(at)),
  };
}

/** Where a listing's price stands among comparable listings, as of now. Undefined for what is unknown or cannot be booked. */
export const createReadInsight =
  (deps: Deps) =>
  async (listingId: string): Promise<Insight | undefined> => {
    const at = deps.clock.now();
    const known = (await deps.store.listings.load([listingId])).get(listingId);
    const compared = known?.facts.compared;
    if (!known || !compared) return undefined;
    const { currency, timeZone } = known.facts;
    const current = { minor: compared.priceMinor, currency };
    const rates = deps.rates.at(at);
    const basisMinor = toBasis(current, rates);
    if (basisMinor === undefined) return undefined;
    // A currency that has a rate one way has it the other way.
    const toAmount: ToAmount = (minor) => fromBasis(minor, currency, rates) ?? { minor, currency: basisCurrency };
    const leadTime = leadTimeAt(compared.subject.travelDate, at, timeZone);
    const key = keyOfSubject(compared.subject, leadTime);
    const laterKey = keyOfSubject(compared.subject, Math.max(0, leadTime - horizonInDays));
    const range = { after: at - historyInMs, until: at, limit: mostSeen };
    const now = await deps.store.observations.seen(key, range);
    const later = laterKey === key ? now : await deps.store.observations.seen(laterKey, range);
    return describe(current, { key, now, later, at, basisMinor, toAmount });
  };
