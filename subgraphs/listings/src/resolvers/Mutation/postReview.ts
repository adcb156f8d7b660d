import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export const postReview: MutationResolvers['postReview'] = async (_parent, { input }, { listings, principal }) => {
  const answer = await listings.postReview({ ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'Review', ...answer.review } : toUserError(answer.failure);
};
