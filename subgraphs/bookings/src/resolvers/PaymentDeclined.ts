import type { PaymentDeclinedResolvers } from '../generated/resolvers-types.ts';
import { booking } from './failed-booking.ts';

/** A payment that was declined, with the booking as it stands now. */
export const PaymentDeclined: PaymentDeclinedResolvers = { booking };
