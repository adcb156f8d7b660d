import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { chosen, connectionOf, pageRequest } from '../page.ts';

const stream = 'payments';

export const payments: QueryResolvers['payments'] = async (_parent, args, context) => {
  const { bookings, principal } = context;
  const wanted = { ...pageRequest(args, stream, context), states: chosen(args.states) };
  const page = await bookings.listPayments({ ...wanted, principal });
  return page ? connectionOf(page, { stream, isFirst: !args.after }, context) : null;
};
