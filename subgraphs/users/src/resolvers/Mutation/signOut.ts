import type { SignOutRequest } from '../../application/sign-out.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

type Arguments = Readonly<{ input?: SignOutRequest | null }>;

export async function signOut(_parent: unknown, { input }: Arguments, { users, caller }: UsersContext) {
  const answer = await users.signOut(input ?? {}, caller);
  return answer.ok ? { __typename: 'SignedOut' as const, ...answer.value } : toUserError(answer.failure);
}
