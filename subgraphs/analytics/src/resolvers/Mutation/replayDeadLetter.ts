import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { allowed } from '../refusals.ts';

export const replayDeadLetter: MutationResolvers['replayDeadLetter'] = async (_parent, { input }, context) => {
  const { analytics, principal, traceparent } = context;
  const answer = allowed(await analytics.replayDeadLetter({ ...input, principal, traceparent }));
  if (answer.ok) return { __typename: 'DeadLetter', ...answer.letter };
  return toUserError(answer.failure, ['input', 'id']);
};
