import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const booking: QueryResolvers['booking'] = async (_parent, { id }, { bookings, principal }) =>
  (await bookings.readBooking({ id, principal })) ?? null;
