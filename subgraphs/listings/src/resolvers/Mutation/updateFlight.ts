import type { MutationUpdateFlightArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { completeFare } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export async function updateFlight(
  _parent: unknown,
  { input }: MutationUpdateFlightArgs,
  { listings, principal }: ListingsContext,
) {
  const { fares, ...given } = withoutNulls(input);
  const changed = fares ? { fares: fares.map(completeFare) } : {};
  const answer = await listings.updateFlight({ ...given, ...changed, principal });
  return answer.ok ? { __typename: 'Flight' as const, ...answer.flight } : toUserError(answer.failure);
}
