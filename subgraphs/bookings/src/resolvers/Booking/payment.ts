import type { BookingResolvers } from '../../generated/resolvers-types.ts';

export const payment: BookingResolvers['payment'] = async ({ id }, _args, { loaders }) => {
  const latest = await loaders.payment.load(id);
  if (!latest) throw new Error(`Booking ${id} has no payment.`);
  return latest;
};
