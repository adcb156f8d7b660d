import { meanOf } from './prices.ts';

/** What to do about a price: UNKNOWN where there is too little to check the advice by. */
export type Advice = 'BUY' | 'WAIT' | 'UNKNOWN';

/** A day's typical price. Days count from 1970-01-01. */
export type DayPrice = Readonly<{ day: number; typicalMinor: number }>;

/** How far ahead the advice looks. */
export const horizonInDays = 7;
/** What is seen within this many days around the horizon counts as the price of that time. */
const toleranceInDays = 3;
const trailingDays = 30;
const fewestDays = 10;
const fewestTrials = 10;
/** Waiting has to save at least 2 %, or it is not worth the wait. */
const worthIt = 0.98;

/**
 * Days of prices. `later` are those of the comparables that the listing will belong to after the horizon: a flight in three weeks
 * is compared with flights in two weeks then, which may be dearer. Often both are the same.
 */
export type PriceSeries = Readonly<{ now: readonly DayPrice[]; later: readonly DayPrice[] }>;

/** Advice with the record of the rule that gave it. */
export type BuyOrWait = Readonly<{
  advice: Advice;
  /** The share of past days on which the same rule was right; null when it could not be tried often enough. */
  hitRate: number | null;
  /** On how many past days the rule was tried. */
  trials: number;
}>;

/** Prices with their days in order, so that a stretch of days is found without looking at all of them. */
const within = (series: readonly DayPrice[], from: number, until: number): number[] =>
  series.filter(({ day }) => day >= from && day < until).map(({ typicalMinor }) => typicalMinor);

/**
 * The rule: prices return to their mean. Wait when the trailing mean of the later comparables lies 2 % or more below the present
 * price, otherwise buy. Undefined when too few days were seen.
 *
 * @param day the day on which the question is asked; only earlier days are looked at
 */
function decide(price: number, later: readonly DayPrice[], day: number): 'BUY' | 'WAIT' | undefined {
  const trailing = within(later, day - trailingDays, day);
  const expected = meanOf(trailing);
  if (expected === undefined || trailing.length < fewestDays) return undefined;
  return expected <= price * worthIt ? 'WAIT' : 'BUY';
}

/** Whether the rule was right on a past day: undefined where it said nothing or the outcome was not seen. */
function tryOn({ day, typicalMinor }: DayPrice, later: readonly DayPrice[]): boolean | undefined {
  const decision = decide(typicalMinor, later, day);
  const outcome = meanOf(
    within(later, day + horizonInDays - toleranceInDays, day + horizonInDays + toleranceInDays + 1),
  );
  if (decision === undefined || outcome === undefined) return undefined;
  const waitingPaid = outcome <= typicalMinor * worthIt;
  return waitingPaid === (decision === 'WAIT');
}

/** Tries the rule on every past day of which the outcome is known. */
export function backtest(series: PriceSeries, today: number): Readonly<{ hits: number; trials: number }> {
  const settled = series.now.filter(({ day }) => day + horizonInDays + toleranceInDays < today);
  const outcomes = settled.map((past) => tryOn(past, series.later)).filter((outcome) => outcome !== undefined);
  return { hits: outcomes.filter(Boolean).length, trials: outcomes.length };
}

/** Advice for a price of today, with the rule's record on the same history. UNKNOWN where the record is too short to publish. */
export function advise(priceMinor: number, series: PriceSeries, today: number): BuyOrWait {
  const { hits, trials } = backtest(series, today);
  const decision = decide(priceMinor, series.later, today);
  if (decision === undefined || trials < fewestTrials) return { advice: 'UNKNOWN', hitRate: null, trials };
  return { advice: decision, hitRate: Math.round((hits / trials) * 1000) / 1000, trials };
}
