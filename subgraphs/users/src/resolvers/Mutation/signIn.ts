import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toAuthenticatedSession } from '../authenticated-session.ts';
import { toUserError } from '../failures.ts';

export const signIn: MutationResolvers['signIn'] = async (_parent, { input }, { users, clientAddress }) => {
  const answer = await users.signIn({ ...input, clientAddress });
  return answer.ok ? toAuthenticatedSession(answer.session) : toUserError(answer.failure);
};
