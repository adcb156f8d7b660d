import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const rejectRequest: MutationResolvers['rejectRequest'] = async (
  _parent,
  { input },
  { bookings, principal },
) => {
  const answer = await bookings.rejectRequest({ ...input, principal });
  return answer.ok
    ? { __typename: 'ApprovalRequest', ...answer.request }
    : toUserError(answer.failure, ['input', 'requestId']);
};
