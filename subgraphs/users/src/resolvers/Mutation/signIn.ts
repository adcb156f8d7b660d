import type { MutationSignInArgs } from '../../generated/resolvers-types.ts';
import { toAuthenticatedSession } from '../authenticated-session.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function signIn(_parent: unknown, { input }: MutationSignInArgs, { users, clientAddress }: UsersContext) {
  const answer = await users.signIn({ ...input, clientAddress });
  return answer.ok ? toAuthenticatedSession(answer.session) : toUserError(answer.failure);
}
