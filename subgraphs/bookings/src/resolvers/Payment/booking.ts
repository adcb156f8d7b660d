import type { PaymentResolvers } from '../../generated/resolvers-types.ts';

/** Whoever sees the payment may see its booking: both are the traveler's, and operators' with `bookings:read`. */
export const booking: PaymentResolvers['booking'] = async ({ bookingId }, _args, { loaders }) =>
  (await loaders.booking.load(bookingId)) ?? null;
