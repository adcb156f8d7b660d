import type { PaymentUnknownResolvers } from '../generated/resolvers-types.ts';
import { booking } from './failed-booking.ts';

/** A payment without an answer, with the booking as it stands now. */
export const PaymentUnknown: PaymentUnknownResolvers = { booking };
