import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const trackEvents: MutationResolvers['trackEvents'] = (_parent, { input }, { analytics, principal }) => {
  const answer = analytics.trackEvents({ ...input, principal });
  if (!answer.ok) return toUserError(answer.failure);
  return { __typename: 'TrackingAccepted', accepted: answer.accepted };
};
