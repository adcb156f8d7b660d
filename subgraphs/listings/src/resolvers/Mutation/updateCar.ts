import type { MutationUpdateCarArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export async function updateCar(
  _parent: unknown,
  { input }: MutationUpdateCarArgs,
  { listings, principal }: ListingsContext,
) {
  const answer = await listings.updateCar({ ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'Car' as const, ...answer.car } : toUserError(answer.failure);
}
