import { basisCurrency as currency } from '../domain/basis.ts';
import type { Deal } from '../domain/deal.ts';
import { windowInDays } from '../domain/detection.ts';
import { explain } from '../domain/explanation.ts';

/** The numbers behind a deal, all of them in the basis currency. */
export const DealExplanation = {
  price: ({ basis }: Deal) => ({ minor: basis.priceMinor, currency }),
  mean: ({ basis }: Deal) => ({ minor: basis.meanMinor, currency }),
  median: ({ basis }: Deal) => ({ minor: basis.medianMinor, currency }),
  rate: ({ rate }: Deal) => rate ?? null,
  observations: ({ basis }: Deal) => basis.observations,
  windowDays: () => windowInDays,
  comparableKey: ({ basis }: Deal) => basis.key,
  sentence: (deal: Deal) => explain(deal, currency),
};
