import { exchange, type RateTable } from '@meridian/platform/values/exchange';
import { basisCurrency } from './revenue-report.ts';

/**
 * What one minor unit of a currency is worth, in minor units of the basis currency. It puts sums of several currencies into one
 * order; amounts that are shown are exchanged and rounded. A currency that is missing has no rate and counts nothing.
 */
export type Weights = ReadonlyMap<string, number>;

/** So much at once that rounding to whole minor units leaves nine digits or more, whatever a currency is worth. */
const manyMinor = 1e14;

/** The weight of every currency that has a rate. */
export const weightsOf = (rates: RateTable): Weights =>
  new Map(
    [rates.base, ...rates.rates.keys()].flatMap((currency): [string, number][] => {
      const worth = exchange({ minor: manyMinor, currency }, basisCurrency, rates);
      return worth === undefined ? [] : [[currency, worth.minor / manyMinor]];
    }),
  );
