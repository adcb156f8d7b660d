import type { MutationMarkAlertsReadArgs } from '../../generated/resolvers-types.ts';
import type { DealsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function markAlertsRead(
  _parent: unknown,
  { input }: MutationMarkAlertsReadArgs,
  { deals, principal }: DealsContext,
) {
  const answer = await deals.markAlertsRead({ ...input, principal });
  if (!answer.ok) return toUserError(answer.failure);
  const { marked, unreadCount } = answer;
  return { __typename: 'AlertsMarkedRead' as const, marked, unreadCount };
}
