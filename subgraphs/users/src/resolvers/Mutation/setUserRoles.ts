import type { MutationSetUserRolesArgs } from '../../generated/resolvers-types.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function setUserRoles(
  _parent: unknown,
  { input }: MutationSetUserRolesArgs,
  { users, principal, traceparent }: UsersContext,
) {
  const answer = await users.setUserRoles({ ...input, principal, traceparent });
  if (answer.ok) return { __typename: 'User' as const, ...answer.account };
  return toUserError(answer.failure, ['input', answer.failure.code === 'NOT_FOUND' ? 'userId' : 'roles']);
}
