import type { BasisRate } from '../domain/basis.ts';

/** The basis currency is the US dollar. */
export const DollarRate = { unitsPerDollar: ({ unitsPerBasis }: BasisRate) => unitsPerBasis };
