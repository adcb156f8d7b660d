import { badInput } from '@meridian/platform/subgraph/pages';
import type { BookingState } from '../../domain/booking.ts';
import type { BookingsContext } from '../context.ts';
import { connectionOf, type PageArguments, pageRequest } from '../page.ts';

type Arguments = PageArguments & Readonly<{ search?: string | null; states?: BookingState[] | null }>;

const stream = 'bookings';

export async function bookings(_: unknown, args: Arguments, context: BookingsContext) {
  const { search, states } = args;
  if (search && search.length > 100) throw badInput('`search` has at most 100 characters.');
  const page = await context.bookings.read.allBookings(context.principal, {
    ...pageRequest(args, stream, context),
    ...(search ? { search: search.trim() } : {}),
    ...(states ? { states } : {}),
  });
  return page ? connectionOf(page, { stream, isFirst: !args.after }, context) : null;
}
