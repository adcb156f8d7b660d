import type { PriceBreakdownResolvers } from '../generated/resolvers-types.ts';
import { toMoney } from './shapes.ts';

export const PriceBreakdown: PriceBreakdownResolvers = {
  lines: ({ lines, currency }) =>
    lines.map(({ kind, label, amountMinor }) => ({ kind, label, amount: toMoney(amountMinor, currency) })),
  total: ({ totalMinor, currency }) => toMoney(totalMinor, currency),
};
