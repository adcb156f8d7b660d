import type { PriceInsightResolvers } from '../generated/resolvers-types.ts';

/** What can be said of a listing's price. */
export const PriceInsight: PriceInsightResolvers = {
  lowerQuartile: ({ quartiles }) => quartiles?.lower ?? null,
  median: ({ quartiles }) => quartiles?.median ?? null,
  upperQuartile: ({ quartiles }) => quartiles?.upper ?? null,
  comparableKey: ({ key }) => key,
  comparableLabel: ({ label }) => label,
  advice: ({ advice }) => advice.advice,
  hitRate: ({ advice }) => advice.hitRate,
  trials: ({ advice }) => advice.trials,
};
