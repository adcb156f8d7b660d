import type { MutationCreateFlightArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { completeFare } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export async function createFlight(
  _parent: unknown,
  { input }: MutationCreateFlightArgs,
  { listings, principal }: ListingsContext,
) {
  const { fares, instantBook = true, ...given } = withoutNulls(input);
  const filled = { ...given, instantBook, fares: fares.map(completeFare) };
  const answer = await listings.createFlight({ ...filled, principal });
  return answer.ok ? { __typename: 'Flight' as const, ...answer.flight } : toUserError(answer.failure);
}
