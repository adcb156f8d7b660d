import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';

export const createPriceWatch: MutationResolvers['createPriceWatch'] = async (
  _parent,
  { input },
  { deals, principal },
) => {
  const answer = await deals.createPriceWatch({ ...input, principal });
  return answer.ok
    ? { __typename: 'PriceWatch', ...answer.watch }
    : toUserError(answer.failure, ['input', 'listingId']);
};
