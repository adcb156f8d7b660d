import type { ProfileChange } from '../../application/update-profile.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function updateProfile(_parent: unknown, { input }: { input: ProfileChange }, context: UsersContext) {
  const answer = await context.users.updateProfile(input, context.caller);
  return answer.ok ? { __typename: 'User' as const, ...answer.value } : toUserError(answer.failure);
}
