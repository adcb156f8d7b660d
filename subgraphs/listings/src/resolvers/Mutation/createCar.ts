import type { MutationCreateCarArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { carDefaults } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export async function createCar(
  _parent: unknown,
  { input }: MutationCreateCarArgs,
  { listings, principal }: ListingsContext,
) {
  const answer = await listings.createCar({ ...carDefaults, ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'Car' as const, ...answer.car } : toUserError(answer.failure);
}
