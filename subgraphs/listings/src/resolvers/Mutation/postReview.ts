import type { MutationPostReviewArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export async function postReview(_: unknown, args: MutationPostReviewArgs, { app, principal }: ListingsContext) {
  const answer = await app.postReview(withoutNulls(args.input), principal);
  return answer.ok ? { __typename: 'Review' as const, ...answer.value } : toUserError(answer.failure);
}
