import type { BookingResolvers } from '../../generated/resolvers-types.ts';

/** Whoever guesses a booking's id gets what they would get if it did not exist. */
export const __resolveReference: BookingResolvers['__resolveReference'] = async ({ id }, { bookings, principal }) =>
  (await bookings.readBooking({ id, principal })) ?? null;
