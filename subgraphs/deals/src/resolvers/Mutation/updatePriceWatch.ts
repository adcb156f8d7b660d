import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const updatePriceWatch: MutationResolvers['updatePriceWatch'] = async (
  _parent,
  { input },
  { deals, principal },
) => {
  const answer = await deals.updatePriceWatch({ ...input, principal });
  return answer.ok ? { __typename: 'PriceWatch', ...answer.watch } : toUserError(answer.failure, ['input', 'id']);
};
