import type { Booking } from '../../domain/booking.ts';
import { itemView, moneyOf } from '../views.ts';

/** What of a booking is only put into other words. */
export const fields = {
  items: ({ items, currency }: Booking) => items.map((item) => itemView(item, currency)),
  total: ({ totalMinor, currency }: Booking) => moneyOf(totalMinor, currency),
  refunded: ({ refundedMinor, currency }: Booking) => moneyOf(refundedMinor, currency),
  createdAt: ({ createdAtInMs }: Booking) => createdAtInMs,
  updatedAt: ({ updatedAtInMs }: Booking) => updatedAtInMs,
  holdExpiresAt: ({ state, holdExpiresAtInMs }: Booking) => (state === 'HELD' ? holdExpiresAtInMs : null),
  answerBy: ({ answerByInMs }: Booking) => answerByInMs,
  traveler: ({ userId }: Booking) => ({ __typename: 'User', id: userId }),
};
