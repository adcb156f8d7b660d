import type { BookingState } from '../../domain/booking.ts';
import type { BookingsContext } from '../context.ts';
import { connectionOf, type PageArguments, pageRequest } from '../page.ts';

type Arguments = PageArguments & Readonly<{ states?: BookingState[] | null }>;

export async function bookings({ id }: { id: string }, args: Arguments, context: BookingsContext) {
  const stream = `bookings:${id}`;
  const states = args.states ? { states: args.states } : {};
  const request = { ...pageRequest(args, stream, context), ...states };
  const page = await context.bookings.read.bookingsOf(context.principal, id, request);
  return page ? connectionOf(page, { stream, isFirst: !args.after }, context) : null;
}
