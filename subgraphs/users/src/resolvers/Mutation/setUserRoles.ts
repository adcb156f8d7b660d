import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const setUserRoles: MutationResolvers['setUserRoles'] = async (
  _parent,
  { input },
  { users, principal, traceparent },
) => {
  const answer = await users.setUserRoles({ ...input, principal, traceparent });
  if (answer.ok) return { __typename: 'User', ...answer.account };
  return toUserError(answer.failure, ['input', answer.failure.code === 'NOT_FOUND' ? 'userId' : 'roles']);
};
