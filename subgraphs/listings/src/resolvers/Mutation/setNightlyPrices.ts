import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export const setNightlyPrices: MutationResolvers['setNightlyPrices'] = async (
  _parent,
  { input },
  { listings, principal },
) => {
  const answer = await listings.setNightlyPrices({ ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'Stay', ...answer.stay } : toUserError(answer.failure);
};
