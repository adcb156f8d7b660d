import type { MutationSignUpArgs } from '../../generated/resolvers-types.ts';
import { toAuthenticatedSession } from '../authenticated-session.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function signUp(
  _parent: unknown,
  { input }: MutationSignUpArgs,
  { users, clientAddress, traceparent }: UsersContext,
) {
  const answer = await users.signUp({ ...input, clientAddress, traceparent });
  return answer.ok ? toAuthenticatedSession(answer.session) : toUserError(answer.failure, ['input', 'email']);
}
