import type { Payment as PaymentRecord } from '../domain/payment.ts';
import type { BookingsContext } from './context.ts';
import { moneyOf } from './views.ts';

export const Payment = {
  amount: ({ amountMinor, currency }: PaymentRecord) => moneyOf(amountMinor, currency),
  refundedAmount: ({ refundedMinor, currency }: PaymentRecord) => moneyOf(refundedMinor, currency),
  card: ({ cardBrand, cardLast4 }: PaymentRecord) =>
    cardBrand !== null && cardLast4 !== null ? { brand: cardBrand, last4: cardLast4 } : null,
  createdAt: ({ createdAtInMs }: PaymentRecord) => createdAtInMs,
  // Whoever sees the payment may see its booking: both are the traveler's, and operators' with `bookings:read`.
  booking: ({ bookingId }: PaymentRecord, _args: unknown, { loaders }: BookingsContext) =>
    loaders.booking.load(bookingId),
};
