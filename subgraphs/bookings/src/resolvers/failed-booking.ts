import type { BookingsContext } from './context.ts';

/** The field that every failure has that speaks of a booking: the caller's own, as it stands now. */
export const booking = async (
  { bookingId }: Readonly<{ bookingId: string }>,
  _args: unknown,
  { bookings, principal }: BookingsContext,
) => (await bookings.readBooking({ id: bookingId, principal })) ?? null;
