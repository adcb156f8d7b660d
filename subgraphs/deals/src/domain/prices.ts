/** Statistics over prices in minor units of one currency. */

/** The middle value, or the mean of the two in the middle. Undefined of nothing. */
export function medianOf(prices: readonly number[]): number | undefined {
  return prices.length === 0 ? undefined : quantile(sorted(prices), 0.5);
}

/** Quartiles with linear interpolation between neighbours (Hyndman and Fan, type 7), rounded to whole minor units. */
export type Quartiles = Readonly<{ lower: number; median: number; upper: number }>;

/** Undefined of nothing. */
export function quartilesOf(prices: readonly number[]): Quartiles | undefined {
  if (prices.length === 0) return undefined;
  const ordered = sorted(prices);
  return {
    lower: Math.round(quantile(ordered, 0.25)),
    median: Math.round(quantile(ordered, 0.5)),
    upper: Math.round(quantile(ordered, 0.75)),
  };
}

/** The arithmetic mean. Undefined of nothing. */
export function meanOf(prices: readonly number[]): number | undefined {
  if (prices.length === 0) return undefined;
  return prices.reduce((total, price) => total + price, 0) / prices.length;
}

const sorted = (prices: readonly number[]): number[] => [...prices].sort((left, right) => left - right);

/** @param ordered ascending and not empty */
function quantile(ordered: readonly number[], share: number): number {
  const place = (ordered.length - 1) * share;
  const below = ordered[Math.floor(place)] ?? 0;
  const above = ordered[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
