import type { CancellationQuoteResolvers } from '../generated/resolvers-types.ts';
import { moneyOf } from './views.ts';

/** What cancelling would give back. */
export const CancellationQuote: CancellationQuoteResolvers = {
  refund: ({ refundMinor, currency }) => moneyOf(refundMinor, currency),
  penalty: ({ penaltyMinor, currency }) => moneyOf(penaltyMinor, currency),
  expiresAt: ({ expiresAtInMs }) => expiresAtInMs,
  items: ({ items, currency }) =>
    items.map(({ refundMinor, penaltyMinor, ...item }) => ({
      ...item,
      refund: moneyOf(refundMinor, currency),
      penalty: moneyOf(penaltyMinor, currency),
    })),
};
