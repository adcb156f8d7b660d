import type { MutationUpdateProfileArgs } from '../../generated/resolvers-types.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function updateProfile(
  _parent: unknown,
  { input }: MutationUpdateProfileArgs,
  { users, principal, traceparent }: UsersContext,
) {
  const answer = await users.updateProfile({ change: input, principal, traceparent });
  return answer.ok ? { __typename: 'User' as const, ...answer.account } : toUserError(answer.failure);
}
