import type { DollarRateResolvers } from '../generated/resolvers-types.ts';

/** The basis currency is the US dollar. */
export const DollarRate: DollarRateResolvers = { unitsPerDollar: ({ unitsPerBasis }) => unitsPerBasis };
