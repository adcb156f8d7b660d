import { badInput } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { chosen, connectionOf, pageRequest } from '../page.ts';

const stream = 'bookings';

export const bookings: QueryResolvers['bookings'] = async (_parent, args, context) => {
  const { bookings, principal } = context;
  if (args.search && args.search.length > 100) throw badInput('`search` has at most 100 characters.');
  const wanted = { search: args.search?.trim() || undefined, states: chosen(args.states) };
  const page = await bookings.searchBookings({ ...wanted, ...pageRequest(args, stream, context), principal });
  return page ? connectionOf(page, { stream, isFirst: !args.after }, context) : null;
};
