import type { BookingResolvers } from '../../generated/resolvers-types.ts';

export const refunds: BookingResolvers['refunds'] = ({ id }, _args, { loaders }) => loaders.refunds.load(id);
