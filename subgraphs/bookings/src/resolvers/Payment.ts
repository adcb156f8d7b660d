import { attemptsLeft } from '../domain/payment.ts';
import type { PaymentResolvers } from '../generated/resolvers-types.ts';
import { booking } from './Payment/booking.ts';
import { moneyOf } from './views.ts';

/** An attempt to pay. */
export const Payment: PaymentResolvers = {
  amount: ({ amountMinor, currency }) => moneyOf(amountMinor, currency),
  refundedAmount: ({ refundedMinor, currency }) => moneyOf(refundedMinor, currency),
  card: ({ cardBrand, cardLast4 }) =>
    cardBrand !== null && cardLast4 !== null ? { brand: cardBrand, last4: cardLast4 } : null,
  attemptsLeft,
  createdAt: ({ createdAtInMs }) => createdAtInMs,
  booking,
};
