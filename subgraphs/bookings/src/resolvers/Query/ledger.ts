import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const ledger: QueryResolvers['ledger'] = async (_parent, { bookingId }, { bookings, principal }) =>
  (await bookings.readLedger({ bookingId, principal })) ?? null;
