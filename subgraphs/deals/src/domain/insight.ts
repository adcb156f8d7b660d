import { fewestObservations } from './detection.ts';
import { medianOf, type Quartiles, quartilesOf } from './prices.ts';

/** Where a price lies among its comparables. */
export type Verdict = 'LOW' | 'TYPICAL' | 'HIGH' | 'NOT_ENOUGH_DATA';

/** A price that was seen at an instant (epoch milliseconds), in minor units of the basis currency. */
export type SeenPrice = Readonly<{ observedAt: number; basisMinor: number }>;

/** The prices of one day in UTC, counted in days since 1970-01-01. */
export type DailyPrice = Readonly<{
  day: number;
  typicalMinor: number;
  lowestMinor: number;
  highestMinor: number;
  observations: number;
}>;

const dayInMs = 86_400_000;
/** The day in UTC of an instant (epoch milliseconds), counted from 1970-01-01. */
export const dayOf = (instantInMs: number): number => Math.floor(instantInMs / dayInMs);
/** The date of a day that is counted from 1970-01-01. */
export const dateOfDay = (day: number): string => new Date(day * dayInMs).toISOString().slice(0, 10);

/** One entry per day on which something was seen, in order. */
export function dailyPrices(seen: readonly SeenPrice[]): DailyPrice[] {
  const byDay = new Map<number, number[]>();
  for (const { observedAt, basisMinor } of seen) {
    const prices = byDay.get(dayOf(observedAt));
    if (prices) prices.push(basisMinor);
    else byDay.set(dayOf(observedAt), [basisMinor]);
  }
  return [...byDay]
    .sort(([left], [right]) => left - right)
    .map(([day, prices]) => ({
      day,
      typicalMinor: Math.round(medianOf(prices) ?? 0),
      lowestMinor: prices.reduce((lowest, price) => Math.min(lowest, price)),
      highestMinor: prices.reduce((highest, price) => Math.max(highest, price)),
      observations: prices.length,
    }));
}

/**
 * Where a price lies among its comparables: LOW up to the lower quartile, HIGH from the upper one on. Where both are the same price
 * the price of everybody is TYPICAL.
 */
export function judge(
  priceMinor: number,
  comparables: readonly number[],
): Readonly<{ verdict: Verdict; quartiles: Quartiles | undefined }> {
  const quartiles = quartilesOf(comparables);
  if (!quartiles || comparables.length < fewestObservations) return { verdict: 'NOT_ENOUGH_DATA', quartiles };
  if (priceMinor < quartiles.median && priceMinor <= quartiles.lower) return { verdict: 'LOW', quartiles };
  if (priceMinor > quartiles.median && priceMinor >= quartiles.upper) return { verdict: 'HIGH', quartiles };
  return { verdict: 'TYPICAL', quartiles };
}
