import type { MutationPostReviewArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export async function postReview(
  _parent: unknown,
  { input }: MutationPostReviewArgs,
  { listings, principal }: ListingsContext,
) {
  const answer = await listings.postReview({ ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'Review' as const, ...answer.review } : toUserError(answer.failure);
}
