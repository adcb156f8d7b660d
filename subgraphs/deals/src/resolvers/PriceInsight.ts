import type { Insight } from '../application/read-insights.ts';

/** What can be said of a listing's price. */
export const PriceInsight = {
  lowerQuartile: ({ quartiles }: Insight) => quartiles?.lower ?? null,
  median: ({ quartiles }: Insight) => quartiles?.median ?? null,
  upperQuartile: ({ quartiles }: Insight) => quartiles?.upper ?? null,
  comparableKey: ({ key }: Insight) => key,
  comparableLabel: ({ label }: Insight) => label,
  series: ({ series }: Insight) => [...series],
  advice: ({ advice }: Insight) => advice.advice,
  hitRate: ({ advice }: Insight) => advice.hitRate,
  trials: ({ advice }: Insight) => advice.trials,
};
