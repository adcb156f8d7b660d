import type { CancellationQuoteExpiredResolvers } from '../generated/resolvers-types.ts';
import { booking } from './failed-booking.ts';

/** A cancellation quote that is over, with the booking to ask for another one. */
export const CancellationQuoteExpired: CancellationQuoteExpiredResolvers = { booking };
