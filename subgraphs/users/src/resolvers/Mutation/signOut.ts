import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const signOut: MutationResolvers['signOut'] = async (_parent, { input }, { users, principal }) => {
  const answer = await users.signOut({ ...input, principal });
  if (!answer.ok) return toUserError(answer.failure);
  return { __typename: 'SignedOut', endedSessions: answer.endedSessions };
};
