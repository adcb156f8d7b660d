import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toAuthenticatedSession } from '../authenticated-session.ts';
import { toUserError } from '../failures.ts';

export const refreshSession: MutationResolvers['refreshSession'] = async (_parent, { input }, { users }) => {
  const answer = await users.refreshSession(input);
  return answer.ok ? toAuthenticatedSession(answer.session) : toUserError(answer.failure, ['input', 'refreshToken']);
};
