import type { PriceBreakdownResolvers } from '../generated/resolvers-types.ts';
import { toMoney, toPriceLines } from './shapes.ts';

/** A price with its parts. */
export const PriceBreakdown: PriceBreakdownResolvers = {
  lines: ({ lines, currency }) => toPriceLines(lines, currency),
  total: ({ totalMinor, currency }) => toMoney(totalMinor, currency),
};
