import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { carDefaults } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export const createCar: MutationResolvers['createCar'] = async (_parent, { input }, { listings, principal }) => {
  const answer = await listings.createCar({ ...carDefaults, ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'Car', ...answer.car } : toUserError(answer.failure);
};
