import type { CancellationQuote as QuoteRecord } from '../domain/cancellation.ts';
import { moneyOf } from './views.ts';

export const CancellationQuote = {
  refund: ({ refundMinor, currency }: QuoteRecord) => moneyOf(refundMinor, currency),
  penalty: ({ penaltyMinor, currency }: QuoteRecord) => moneyOf(penaltyMinor, currency),
  expiresAt: ({ expiresAtInMs }: QuoteRecord) => expiresAtInMs,
  items: ({ items, currency }: QuoteRecord) =>
    items.map(({ refundMinor, penaltyMinor, ...item }) => ({
      ...item,
      refund: moneyOf(refundMinor, currency),
      penalty: moneyOf(penaltyMinor, currency),
    })),
};
