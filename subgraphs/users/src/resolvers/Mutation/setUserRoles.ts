import type { SetUserRolesRequest } from '../../application/set-user-roles.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function setUserRoles(_parent: unknown, { input }: { input: SetUserRolesRequest }, context: UsersContext) {
  const answer = await context.users.setUserRoles(input, context.caller);
  if (answer.ok) return { __typename: 'User' as const, ...answer.value };
  return toUserError(answer.failure, ['input', answer.failure.code === 'NOT_FOUND' ? 'userId' : 'roles']);
}
