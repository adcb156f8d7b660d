import type { Booking } from '../../domain/booking.ts';
import type { BookingsContext } from '../context.ts';

export const payment = ({ id }: Booking, _args: unknown, { loaders }: BookingsContext) => loaders.payment.load(id);
