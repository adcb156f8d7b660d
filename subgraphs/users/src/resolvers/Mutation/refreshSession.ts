import type { MutationRefreshSessionArgs } from '../../generated/resolvers-types.ts';
import { toAuthenticatedSession } from '../authenticated-session.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function refreshSession(_parent: unknown, { input }: MutationRefreshSessionArgs, { users }: UsersContext) {
  const answer = await users.refreshSession(input);
  return answer.ok ? toAuthenticatedSession(answer.session) : toUserError(answer.failure, ['input', 'refreshToken']);
}
