import type { BookingsContext } from './context.ts';

/** The caller's own booking, as it stands after a failure that speaks of it. */
export const booking = ({ bookingId }: { bookingId: string }, _args: unknown, context: BookingsContext) =>
  context.bookings.read.booking(context.principal, bookingId);
