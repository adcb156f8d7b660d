import type { LedgerEntryResolvers } from '../generated/resolvers-types.ts';
import { moneyOf } from './views.ts';

/** One side of a posting. */
export const LedgerEntry: LedgerEntryResolvers = {
  amount: ({ amountMinor, currency }) => moneyOf(amountMinor, currency),
  postedAt: ({ createdAtInMs }) => createdAtInMs,
};
