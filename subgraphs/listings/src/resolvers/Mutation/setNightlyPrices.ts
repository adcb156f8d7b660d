import type { MutationSetNightlyPricesArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export async function setNightlyPrices(
  _: unknown,
  args: MutationSetNightlyPricesArgs,
  { app, principal }: ListingsContext,
) {
  const answer = await app.setNightlyPrices(withoutNulls(args.input), principal);
  return answer.ok ? { __typename: 'Stay' as const, ...answer.value } : toUserError(answer.failure);
}
