import type { SignInRequest } from '../../application/sign-in.ts';
import { toAuthenticatedSession } from '../authenticated-session.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function signIn(_parent: unknown, { input }: { input: SignInRequest }, context: UsersContext) {
  const answer = await context.users.signIn(input, context.caller);
  return answer.ok ? toAuthenticatedSession(answer.value) : toUserError(answer.failure);
}
