import type { BookingsContext } from '../context.ts';

/** Whoever guesses a booking's id gets what they would get if it did not exist. */
export const __resolveReference = ({ id }: { id: string }, { bookings, principal }: BookingsContext) =>
  bookings.read.booking(principal, id);
