import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { connectionOf, pageRequest } from '../page.ts';

const stream = 'approvalRequests';

export const approvalRequests: QueryResolvers['approvalRequests'] = async (_parent, args, context) => {
  const { bookings, principal } = context;
  const wanted = {
    ...pageRequest(args, stream, context),
    openOnly: args.openOnly ?? false,
    everybody: args.everybody ?? false,
  };
  const page = await bookings.listRequests({ ...wanted, principal });
  return page ? connectionOf(page, { stream, isFirst: !args.after }, context) : null;
};
