import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { chosen, connectionOf, pageRequest } from '../page.ts';
import { searched } from '../searched.ts';

const stream = 'bookings';

export const bookings: QueryResolvers['bookings'] = async (_parent, args, context) => {
  const { bookings, principal } = context;
  const wanted = { search: searched(args.search), userId: args.traveler ?? undefined, states: chosen(args.states) };
  const page = await bookings.searchBookings({ ...wanted, ...pageRequest(args, stream, context), principal });
  return page ? connectionOf(page, { stream, isFirst: !args.after }, context) : null;
};
