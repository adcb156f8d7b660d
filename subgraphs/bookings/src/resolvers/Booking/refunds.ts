import type { Booking } from '../../domain/booking.ts';
import type { BookingsContext } from '../context.ts';

export const refunds = ({ id }: Booking, _args: unknown, { loaders }: BookingsContext) => loaders.refunds.load(id);
