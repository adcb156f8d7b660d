import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const markAlertsRead: MutationResolvers['markAlertsRead'] = async (_parent, { input }, { deals, principal }) => {
  const answer = await deals.markAlertsRead({ ...input, principal });
  if (!answer.ok) return toUserError(answer.failure);
  const { marked, unreadCount } = answer;
  return { __typename: 'AlertsMarkedRead', marked, unreadCount };
};
