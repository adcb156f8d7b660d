import type { UserResolvers } from '../../generated/resolvers-types.ts';
import { chosen, connectionOf, pageRequest } from '../page.ts';

export const bookings: UserResolvers['bookings'] = async ({ id }, args, context) => {
  const { bookings, principal } = context;
  const stream = `bookings:${id}`;
  const wanted = { ...pageRequest(args, stream, context), states: chosen(args.states) };
  const page = await bookings.listBookings({ ...wanted, userId: id, principal });
  return page ? connectionOf(page, { stream, isFirst: !args.after }, context) : null;
};
