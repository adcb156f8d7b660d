import { basisCurrency as currency } from '../domain/basis.ts';
import { windowInDays } from '../domain/detection.ts';
import { explain } from '../domain/explanation.ts';
import type { DealExplanationResolvers } from '../generated/resolvers-types.ts';

/** The numbers behind a deal, all of them in the basis currency. */
export const DealExplanation: DealExplanationResolvers = {
  price: ({ basis }) => ({ minor: basis.priceMinor, currency }),
  mean: ({ basis }) => ({ minor: basis.meanMinor, currency }),
  median: ({ basis }) => ({ minor: basis.medianMinor, currency }),
  rate: ({ rate }) => rate ?? null,
  observations: ({ basis }) => basis.observations,
  windowDays: () => windowInDays,
  comparableKey: ({ basis }) => basis.key,
  sentence: explain,
};
