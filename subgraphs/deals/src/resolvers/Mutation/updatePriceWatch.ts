import type { MutationUpdatePriceWatchArgs } from '../../generated/resolvers-types.ts';
import type { DealsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function updatePriceWatch(
  _parent: unknown,
  { input }: MutationUpdatePriceWatchArgs,
  { deals, principal }: DealsContext,
) {
  const answer = await deals.updatePriceWatch({ ...input, principal });
  return answer.ok
    ? { __typename: 'PriceWatch' as const, ...answer.watch }
    : toUserError(answer.failure, ['input', 'id']);
}
