import type { ApprovalRequest } from '../domain/approval.ts';
import type { Booking, BookingItem } from '../domain/booking.ts';
import type { BookingsContext } from './context.ts';

/** The booking that a request asks about, and of its items those of the owner who is asked. */
export type RequestedBooking = Readonly<{ booking: Booking; items: readonly BookingItem[] }>;

/** An owner sees their own items of the booking, and nobody's name. */
export async function requestedBooking(
  { id, bookingId, ownerId }: ApprovalRequest,
  { loaders }: BookingsContext,
): Promise<RequestedBooking> {
  const booking = await loaders.booking.load(bookingId);
  if (!booking) throw new Error(`Request ${id} has lost its booking.`);
  return { booking, items: booking.items.filter((item) => item.ownerId === ownerId) };
}
