import type { MutationSetNightlyPricesArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export async function setNightlyPrices(
  _parent: unknown,
  { input }: MutationSetNightlyPricesArgs,
  { listings, principal }: ListingsContext,
) {
  const answer = await listings.setNightlyPrices({ ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'Stay' as const, ...answer.stay } : toUserError(answer.failure);
}
