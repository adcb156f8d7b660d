import type { Booking } from '../../domain/booking.ts';
import type { BookingsContext } from '../context.ts';

export async function invoice({ id }: Booking, _args: unknown, { loaders }: BookingsContext) {
  const issued = await loaders.invoice.load(id);
  return issued ? { number: issued.number, issuedAt: issued.issuedAtInMs } : null;
}
