import type { RefundResolvers } from '../generated/resolvers-types.ts';
import { moneyOf } from './views.ts';

/** Money on its way back to a traveler. */
export const Refund: RefundResolvers = {
  amount: ({ amountMinor, currency }) => moneyOf(amountMinor, currency),
  createdAt: ({ createdAtInMs }) => createdAtInMs,
};
