import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const updateProfile: MutationResolvers['updateProfile'] = async (
  _parent,
  { input },
  { users, principal, traceparent },
) => {
  const answer = await users.updateProfile({ change: input, principal, traceparent });
  return answer.ok ? { __typename: 'User', ...answer.account } : toUserError(answer.failure);
};
