import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const deleteMyAccount: MutationResolvers['deleteMyAccount'] = async (
  _parent,
  { input },
  { users, principal, clientAddress, traceparent },
) => {
  const answer = await users.deleteMyAccount({ ...input, principal, clientAddress, traceparent });
  return answer.ok ? { __typename: 'AccountDeleted', deletedAt: answer.deletedAtInMs } : toUserError(answer.failure);
};
