/** Order statistics of a sample by the nearest-rank method: the smallest value that at least `share` of the sample do not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  const index = Math.max(0, Math.ceil(share * sorted.length) - 1);
  const value = sorted[index];
  if (value === undefined) throw new RangeError('An empty sample has no quantiles.');
  return value;
}

/** The middle of a sample, by the same method. */
export const median = (samples: readonly number[]): number =>
  quantile(
    [...samples].sort((a, b) => a - b),
    0.5,
  );

/** One line: count, median, p99 and the largest, in milliseconds. */
export function summary(name: string, samplesInMs: readonly number[]): string {
  const sorted = [...samplesInMs].sort((a, b) => a - b);
  const shown = (share: number) => `${quantile(sorted, share).toFixed(1)} ms`;
  return `${name}: n ${sorted.length}, median ${shown(0.5)}, p90 ${shown(0.9)}, p99 ${shown(0.99)}, max ${shown(1)}`;
}
