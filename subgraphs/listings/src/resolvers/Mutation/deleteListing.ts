import type { MutationDeleteListingArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export async function deleteListing(_: unknown, args: MutationDeleteListingArgs, { app, principal }: ListingsContext) {
  const answer = await app.deleteListing(withoutNulls(args.input), principal);
  return answer.ok ? { __typename: 'ListingDeleted' as const, ...answer.value } : toUserError(answer.failure);
}
