/** Comparables are those observed within this many days before a price, the instant of the price included. */
export const windowInDays = 30;
const dayInMs = 86_400_000;
/** The same in milliseconds. */
export const windowInMs = windowInDays * dayInMs;

/** Fewer comparables than this tell nothing. */
export const fewestObservations = 15;
const leastDiscountPercent = 15;
const greatDiscountPercent = 25;
/** A deal of this score is published. */
export const publishedFrom = 60;

/** What is known of the comparables of one price, in minor units of the basis currency, the price itself left out. */
export type ComparableTotals = Readonly<{
  observations: number;
  sumMinor: number;
  /** How many were dearer than the price. */
  pricier: number;
}>;
/** The totals with the median, in minor units of the basis currency; a half where two are in the middle. */
export type Comparables = ComparableTotals & Readonly<{ medianMinor: number }>;

/** How low a deal is. */
export type Grade = 'GOOD' | 'GREAT';

/** How a price compares, with the numbers that the decision rests on. */
export type Detection = Readonly<{
  meanMinor: number;
  medianMinor: number;
  observations: number;
  /** Below the mean, in per cent with one decimal; negative above it. */
  discountPercent: number;
  /** 0 to 100. Below {@link publishedFrom} it is no deal that we show. */
  score: number;
  isDeal: boolean;
}>;

/** GREAT from 25 % on. */
export const gradeOf = (discountPercent: number): Grade => (discountPercent >= greatDiscountPercent ? 'GREAT' : 'GOOD');

/**
 * How far a price lies below the mean `sum / count`, in per cent with one decimal, rounded towards 0 so that it never says more
 * than is true. In whole numbers: in fractions 80 of 100 would be 19.9 % below.
 */
function discountPercentOf(priceMinor: number, { observations, sumMinor }: ComparableTotals): number {
  if (sumMinor <= 0) return 0;
  const below = BigInt(sumMinor) - BigInt(priceMinor) * BigInt(observations);
  return Number((below * 1_000n) / BigInt(sumMinor)) / 10;
}

/** Of 100 points: up to 60 for the discount (all of them at 40 %), 25 for how many comparables are dearer, 15 for how many there are. */
function pointsOf(discount: number, comparables: Comparables): number {
  const forDiscount = 60 * Math.min(1, discount / 0.4);
  const forRank = 25 * (comparables.pricier / comparables.observations);
  const forEvidence = 15 * Math.min(1, comparables.observations / 30);
  return Math.max(0, Math.min(100, Math.round(forDiscount + forRank + forEvidence)));
}

/** Whether a price is low enough for its median to matter. Most prices are not, and need no look at it. */
export const mayBeDeal = (priceMinor: number, { observations, sumMinor }: ComparableTotals): boolean =>
  observations >= fewestObservations && priceMinor * observations * 100 <= sumMinor * (100 - leastDiscountPercent);

/**
 * Compares a price with its comparables. A deal is at least 15 % below their mean, below their median, and has at least 15 of
 * them; it is published from a score of 60.
 */
export function detect(priceMinor: number, comparables: Comparables): Detection {
  const { observations, sumMinor, medianMinor } = comparables;
  if (observations === 0) {
    return { meanMinor: 0, medianMinor: 0, observations, discountPercent: 0, score: 0, isDeal: false };
  }
  const mean = sumMinor / observations;
  const discount = mean > 0 ? 1 - priceMinor / mean : 0;
  const isLow = mayBeDeal(priceMinor, comparables) && priceMinor < medianMinor;
  const points = pointsOf(Math.max(0, discount), comparables);
  // What breaks a rule is never shown, however many points it has.
  const score = isLow ? points : Math.min(points, publishedFrom - 1);
  return {
    meanMinor: Math.round(mean),
    medianMinor: Math.round(medianMinor),
    observations,
    discountPercent: discountPercentOf(priceMinor, comparables),
    score,
    isDeal: score >= publishedFrom,
  };
}
