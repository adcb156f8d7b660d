import type { SignUpRequest } from '../../application/sign-up.ts';
import { toAuthenticatedSession } from '../authenticated-session.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function signUp(_parent: unknown, { input }: { input: SignUpRequest }, context: UsersContext) {
  const answer = await context.users.signUp(input, context.caller);
  return answer.ok ? toAuthenticatedSession(answer.value) : toUserError(answer.failure, ['input', 'email']);
}
