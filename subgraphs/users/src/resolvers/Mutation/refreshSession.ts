import { toAuthenticatedSession } from '../authenticated-session.ts';
import type { UsersContext } from '../context.ts';
import { toUserError } from '../failures.ts';

type Arguments = Readonly<{ input: Readonly<{ refreshToken: string }> }>;

export async function refreshSession(_parent: unknown, { input }: Arguments, { users }: UsersContext) {
  const answer = await users.refreshSession(input.refreshToken);
  return answer.ok ? toAuthenticatedSession(answer.value) : toUserError(answer.failure, ['input', 'refreshToken']);
}
