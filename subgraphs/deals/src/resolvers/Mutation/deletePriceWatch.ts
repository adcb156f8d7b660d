import type { DealsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function deletePriceWatch(
  _parent: unknown,
  { input }: { input: { id: string } },
  { deals, principal }: DealsContext,
) {
  const answer = await deals.deletePriceWatch({ id: input.id, principal });
  return answer.ok
    ? { __typename: 'PriceWatchDeleted' as const, id: answer.id }
    : toUserError(answer.failure, ['input', 'id']);
}
