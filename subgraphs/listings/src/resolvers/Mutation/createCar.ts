import type { MutationCreateCarArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export async function createCar(_: unknown, args: MutationCreateCarArgs, { app, principal }: ListingsContext) {
  const {
    serviceFee = '0',
    taxPercent = 0,
    units = 1,
    cancellationPolicy = 'MODERATE',
    instantBook = true,
    ...input
  } = withoutNulls(args.input);
  const filled = { ...input, serviceFee, taxPercent, units, cancellationPolicy, instantBook };
  const answer = await app.createCar(filled, principal);
  return answer.ok ? { __typename: 'Car' as const, ...answer.value } : toUserError(answer.failure);
}
