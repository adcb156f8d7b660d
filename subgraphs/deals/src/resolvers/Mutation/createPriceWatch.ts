import type { MutationCreatePriceWatchArgs } from '../../generated/resolvers-types.ts';
import type { DealsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function createPriceWatch(
  _parent: unknown,
  { input }: MutationCreatePriceWatchArgs,
  { deals, principal }: DealsContext,
) {
  const answer = await deals.createPriceWatch({ ...input, principal });
  return answer.ok
    ? { __typename: 'PriceWatch' as const, ...answer.watch }
    : toUserError(answer.failure, ['input', 'listingId']);
}
