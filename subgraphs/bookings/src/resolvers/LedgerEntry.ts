import type { PostedEntry } from '../ports/booking-reader.ts';
import { moneyOf } from './views.ts';

export const LedgerEntry = {
  amount: ({ amountMinor, currency }: PostedEntry) => moneyOf(amountMinor, currency),
  postedAt: ({ createdAtInMs }: PostedEntry) => createdAtInMs,
};
