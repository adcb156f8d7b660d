import type { BookingResolvers } from '../../generated/resolvers-types.ts';

export const invoice: BookingResolvers['invoice'] = async ({ id }, _args, { loaders }) =>
  (await loaders.invoice.load(id)) ?? null;
