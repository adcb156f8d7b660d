import type { Refund as RefundRecord } from '../domain/refund.ts';
import { moneyOf } from './views.ts';

export const Refund = {
  amount: ({ amountMinor, currency }: RefundRecord) => moneyOf(amountMinor, currency),
  createdAt: ({ createdAtInMs }: RefundRecord) => createdAtInMs,
};
