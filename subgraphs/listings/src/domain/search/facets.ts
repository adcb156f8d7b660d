/** A value of a filter with the number of results that it would leave. */
export type Facet = Readonly<{ value: string; count: number }>;

/** Ranges of totals, in minor units of the searcher's currency. */
export type PriceFacet = Readonly<{
  min: number;
  max: number;
  buckets: readonly Readonly<{ from: number; until: number; count: number }>[];
}>;

const bucketCount = 5;

/** The most frequent values first, equal ones by name. */
export function byCount(counts: ReadonlyMap<string, number> | undefined, most = 100): Facet[] {
  const facets = [...(counts ?? [])].map(([value, count]) => ({ value, count }));
  return facets.sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1)).slice(0, most);
}

/** In the order of a list of values; those that nothing has are left out. */
export const inOrder = (counts: ReadonlyMap<string, number> | undefined, values: readonly string[]): Facet[] =>
  values.flatMap((value) => {
    const count = counts?.get(value);
    return count === undefined ? [] : [{ value, count }];
  });

/** Spreads totals over five ranges of equal width; undefined when there are none with a known rate. */
export function priceFacet(totals: readonly number[]): PriceFacet | undefined {
  const known = totals.filter(Number.isFinite);
  if (known.length === 0) return undefined;
  const min = known.reduce((least, total) => Math.min(least, total));
  const max = known.reduce((most, total) => Math.max(most, total));
  const width = Math.max(1, Math.ceil((max - min + 1) / bucketCount));
  const counts = Array<number>(bucketCount).fill(0);
  for (const total of known) {
    const index = Math.min(bucketCount - 1, Math.floor((total - min) / width));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const buckets = counts.map((count, index) => ({
    from: min + index * width,
    until: index === bucketCount - 1 ? Math.max(max, min + bucketCount * width) : min + (index + 1) * width,
    count,
  }));
  return { min, max, buckets };
}
