import type { MutationUpdateFlightArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { completeFare } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export async function updateFlight(_: unknown, args: MutationUpdateFlightArgs, { app, principal }: ListingsContext) {
  const { fares, ...input } = withoutNulls(args.input);
  const answer = await app.updateFlight({ ...input, ...(fares ? { fares: fares.map(completeFare) } : {}) }, principal);
  return answer.ok ? { __typename: 'Flight' as const, ...answer.value } : toUserError(answer.failure);
}
