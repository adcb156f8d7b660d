import type { MutationSignOutArgs } from '../../generated/resolvers-types.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function signOut(
  _parent: unknown,
  { input }: Partial<MutationSignOutArgs>,
  { users, principal }: UsersContext,
) {
  const answer = await users.signOut({ ...input, principal });
  if (!answer.ok) return toUserError(answer.failure);
  return { __typename: 'SignedOut' as const, endedSessions: answer.endedSessions };
}
