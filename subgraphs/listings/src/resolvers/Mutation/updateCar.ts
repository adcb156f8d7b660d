import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export const updateCar: MutationResolvers['updateCar'] = async (_parent, { input }, { listings, principal }) => {
  const answer = await listings.updateCar({ ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'Car', ...answer.car } : toUserError(answer.failure);
};
