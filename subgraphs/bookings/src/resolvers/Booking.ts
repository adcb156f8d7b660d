import type { BookingResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Booking/__resolveReference.ts';
import { invoice } from './Booking/invoice.ts';
import { payment } from './Booking/payment.ts';
import { refunds } from './Booking/refunds.ts';
import { itemView, moneyOf } from './views.ts';

/** A booking, for its traveler and for operators. */
export const Booking: BookingResolvers = {
  __resolveReference,
  items: ({ items, currency }) => items.map((item) => itemView(item, currency)),
  total: ({ totalMinor, currency }) => moneyOf(totalMinor, currency),
  refunded: ({ refundedMinor, currency }) => moneyOf(refundedMinor, currency),
  createdAt: ({ createdAtInMs }) => createdAtInMs,
  updatedAt: ({ updatedAtInMs }) => updatedAtInMs,
  holdExpiresAt: ({ state, holdExpiresAtInMs }) => (state === 'HELD' ? holdExpiresAtInMs : null),
  answerBy: ({ answerByInMs }) => answerByInMs,
  traveler: ({ userId }) => ({ id: userId }),
  payment,
  refunds,
  invoice,
};
