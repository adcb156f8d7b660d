import type { MutationCreateFlightArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { completeFare } from '../input-defaults.ts';
import { withoutNulls } from '../shapes.ts';

export async function createFlight(_: unknown, args: MutationCreateFlightArgs, { app, principal }: ListingsContext) {
  const { fares, instantBook = true, ...input } = withoutNulls(args.input);
  const answer = await app.createFlight({ ...input, instantBook, fares: fares.map(completeFare) }, principal);
  return answer.ok ? { __typename: 'Flight' as const, ...answer.value } : toUserError(answer.failure);
}
