import { badInput } from '@meridian/platform/subgraph/pages';
import type { BookingsContext } from '../context.ts';

type Arguments = Readonly<{ from?: string | null; to?: string | null }>;

export function availability({ id }: { id: string }, args: Arguments, { bookings, loaders }: BookingsContext) {
  const range = bookings.read.rangeOf(args);
  if (!range) throw badInput('`to` is the day after the last one: not before `from`, and at most 366 days behind it.');
  return loaders.availability.load({ listingId: id, range });
}
