import type { BookingsContext } from '../context.ts';

export const ledger = (_: unknown, { bookingId }: { bookingId: string }, { bookings, principal }: BookingsContext) =>
  bookings.read.ledger(principal, bookingId);
