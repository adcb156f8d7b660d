import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const approveRequest: MutationResolvers['approveRequest'] = async (
  _parent,
  { input },
  { bookings, principal },
) => {
  const answer = await bookings.approveRequest({ ...input, principal });
  return answer.ok
    ? { __typename: 'ApprovalRequest', ...answer.request }
    : toUserError(answer.failure, ['input', 'requestId']);
};
