import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const deletePriceWatch: MutationResolvers['deletePriceWatch'] = async (
  _parent,
  { input },
  { deals, principal },
) => {
  const answer = await deals.deletePriceWatch({ ...input, principal });
  return answer.ok ? { __typename: 'PriceWatchDeleted', id: answer.id } : toUserError(answer.failure, ['input', 'id']);
};
