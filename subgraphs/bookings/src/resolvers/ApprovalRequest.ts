import type { ApprovalRequest as RequestRecord } from '../domain/approval.ts';
import type { Booking, BookingItem } from '../domain/booking.ts';
import type { BookingsContext } from './context.ts';
import { itemView, moneyOf } from './views.ts';

async function bookingOf({ id, bookingId }: RequestRecord, { loaders }: BookingsContext): Promise<Booking> {
  const booking = await loaders.booking.load(bookingId);
  if (!booking) throw new Error(`Request ${id} has lost its booking.`);
  return booking;
}

/** An owner sees their own items of the booking, and nobody's name. */
const own = (request: RequestRecord, booking: Booking): BookingItem[] =>
  booking.items.filter((item) => item.ownerId === request.ownerId);

const field =
  <Value>(value: (booking: Booking, items: readonly BookingItem[]) => Value) =>
  async (request: RequestRecord, _args: unknown, context: BookingsContext) => {
    const booking = await bookingOf(request, context);
    return value(booking, own(request, booking));
  };

export const ApprovalRequest = {
  createdAt: ({ createdAtInMs }: RequestRecord) => createdAtInMs,
  answerBy: ({ answerByInMs }: RequestRecord) => answerByInMs,
  answeredAt: ({ answeredAtInMs }: RequestRecord) => answeredAtInMs,
  bookingReference: field((booking) => booking.reference),
  bookingState: field((booking) => booking.state),
  items: field((booking, items) => items.map((item) => itemView(item, booking.currency))),
  total: field((booking, items) =>
    moneyOf(
      items.reduce((total, item) => total + item.totalMinor, 0),
      booking.currency,
    ),
  ),
  partySize: field((_, items) => Math.max(...items.map(({ party }) => party.adults + party.children))),
};
