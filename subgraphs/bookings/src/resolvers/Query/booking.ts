import type { BookingsContext } from '../context.ts';

export const booking = (_: unknown, { id }: { id: string }, { bookings, principal }: BookingsContext) =>
  bookings.read.booking(principal, id);
