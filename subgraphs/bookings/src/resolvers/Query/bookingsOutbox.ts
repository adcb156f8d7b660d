import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const bookingsOutbox: QueryResolvers['bookingsOutbox'] = async (_parent, _arguments, { bookings, principal }) =>
  (await bookings.readOutbox({ principal })) ?? null;
