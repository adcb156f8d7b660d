import type { MutationUpdateCarArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export async function updateCar(_: unknown, args: MutationUpdateCarArgs, { app, principal }: ListingsContext) {
  const answer = await app.updateCar(withoutNulls(args.input), principal);
  return answer.ok ? { __typename: 'Car' as const, ...answer.value } : toUserError(answer.failure);
}
