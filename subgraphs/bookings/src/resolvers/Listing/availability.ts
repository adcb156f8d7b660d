import { badInput } from '@meridian/platform/subgraph/pages';
import type { FlightResolvers } from '../../generated/resolvers-types.ts';

export const availability: FlightResolvers['availability'] = async ({ id }, args, { bookings, loaders }) => {
  const days = bookings.chooseDays(args);
  if (!days) throw badInput('`to` is the day after the last one: not before `from`, and at most 366 days behind it.');
  return (await loaders.availability.load({ listingId: id, days })) ?? null;
};
