import { mayReadFigures } from '../../application/caller.ts';
import type { FlightResolvers } from '../../generated/resolvers-types.ts';

export const conversion: FlightResolvers['conversion'] = async ({ id }, _args, { principal, loaders }) => {
  if (!mayReadFigures(principal)) return null;
  const { views, bookings } = await loaders.interest.load(id);
  return views === 0 ? null : bookings / views;
};
