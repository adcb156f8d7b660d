import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Clock } from '@meridian/platform/time/clock';
import type { RateTable } from '@meridian/platform/values/exchange';
import { advise, type BuyOrWait, horizonInDays } from '../domain/advice.ts';
import { type BasisRate, basisCurrency, basisRateOf, fromBasis, toBasis } from '../domain/basis.ts';
import { labelOfKey } from '../domain/comparable-label.ts';
import { windowInMs } from '../domain/detection.ts';
import { type DailyPrice, dailyPrices, dayOf, judge, type SeenPrice, type Verdict } from '../domain/insight.ts';
import type { Amount } from '../domain/price-watch.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import type { KnownListing } from '../ports/listing-book.ts';
import { keyOfSubject, leadTimeAt } from './comparables.ts';
import { type PricePoint, type ToAmount, toPoint } from './price-point.ts';

const dayInMs = 86_400_000;
const historyInMs = 90 * dayInMs;
/** Far more than a key has in 90 days; a bound, so that a page of popular keys cannot fill the memory. */
const mostSeenPerKey = 5_000;

/** Of which listings. */
export type ReadInsightsRequest = Readonly<{ listingIds: readonly string[] }>;

/** What can be said of a listing's price, in the listing's currency. Quartiles are null without enough data. */
export type Insight = Readonly<{
  current: Amount;
  /** How amounts were put into the listing's currency; null where that is the basis currency. */
  rate: BasisRate | null;
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

/** A listing's price on the basis currency, and under which keys it is compared today and after the horizon of the advice. */
type Question = Readonly<{
  listingId: string;
  current: Amount;
  rate: BasisRate | null;
  basisMinor: number;
  key: string;
  laterKey: string;
  toAmount: ToAmount;
}>;

/** Undefined for what cannot be booked, or is priced in a currency without a rate. */
function questionOf({ facts }: KnownListing, at: number, rates: RateTable): Question | undefined {
  if (facts.compared === null) return undefined;
  const { subject, priceMinor } = facts.compared;
  const current = { minor: priceMinor, currency: facts.currency };
  const basisMinor = toBasis(current, rates);
  if (basisMinor === undefined) return undefined;
  const leadTime = leadTimeAt(subject.travelDate, at, facts.timeZone);
  return {
    listingId: facts.id,
    current,
    rate: basisRateOf(facts.currency, rates),
    basisMinor,
    key: keyOfSubject(subject, leadTime),
    laterKey: keyOfSubject(subject, Math.max(0, leadTime - horizonInDays)),
    // A currency that has a rate one way has it the other way.
    toAmount: (minor) => fromBasis(minor, facts.currency, rates) ?? { minor, currency: basisCurrency },
  };
}

/** What was seen under a key: the prices of the window in which comparables count, and the days of the history. */
type Seen = Readonly<{ recent: readonly number[]; daily: readonly DailyPrice[] }>;

const nothing: Seen = { recent: [], daily: [] };

const summarise = (prices: readonly SeenPrice[], at: number): Seen => ({
  recent: prices.filter(({ observedAt }) => observedAt > at - windowInMs).map(({ basisMinor }) => basisMinor),
  daily: dailyPrices(prices),
});

function insightOf(question: Question, seen: ReadonlyMap<string, Seen>, at: number): Insight {
  const { current, rate, basisMinor, key, toAmount } = question;
  const now = seen.get(key) ?? nothing;
  const later = seen.get(question.laterKey) ?? nothing;
  const { verdict, quartiles } = judge(basisMinor, now.recent);
  const isKnown = verdict !== 'NOT_ENOUGH_DATA' && quartiles !== undefined;
  return {
    current,
    rate,
    verdict,
    quartiles: isKnown
      ? { lower: toAmount(quartiles.lower), median: toAmount(quartiles.median), upper: toAmount(quartiles.upper) }
      : null,
    observations: now.recent.length,
    key,
    label: labelOfKey(key),
    series: now.daily.map((day) => toPoint(day, toAmount)),
    advice: advise(basisMinor, { now: now.daily, later: later.daily }, dayOf(at)),
  };
}

/**
 * Where listings' prices stand among comparable ones, as of now, by listing. No entry for what is unknown or cannot be booked.
 * However many listings are asked for, the store is asked twice: for the listings, and for the prices under all of their keys.
 */
export const createReadInsights =
  (deps: Deps) =>
  async ({ listingIds }: ReadInsightsRequest): Promise<ReadonlyMap<string, Insight>> => {
    const at = deps.clock.now();
    const rates = deps.rates.at(at);
    const known = await deps.store.listings.load(listingIds);
    const questions = [...known.values()].flatMap((listing) => questionOf(listing, at, rates) ?? []);
    const keys = [...new Set(questions.flatMap(({ key, laterKey }) => [key, laterKey]))];
    const range = { after: at - historyInMs, until: at, limit: mostSeenPerKey };
    const prices = await deps.store.observations.seen(keys, range);
    const seen = new Map([...prices].map(([key, ofKey]) => [key, summarise(ofKey, at)]));
    return new Map(questions.map((question) => [question.listingId, insightOf(question, seen, at)]));
  };
