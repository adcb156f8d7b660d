import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toAuthenticatedSession } from '../authenticated-session.ts';
import { toUserError } from '../failures.ts';

export const signUp: MutationResolvers['signUp'] = async (
  _parent,
  { input },
  { users, clientAddress, traceparent },
) => {
  const answer = await users.signUp({ ...input, clientAddress, traceparent });
  return answer.ok ? toAuthenticatedSession(answer.session) : toUserError(answer.failure, ['input', 'email']);
};
