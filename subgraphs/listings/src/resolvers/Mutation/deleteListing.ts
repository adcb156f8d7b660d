import type { MutationDeleteListingArgs } from '../../generated/resolvers-types.ts';
import type { ListingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export async function deleteListing(
  _parent: unknown,
  { input }: MutationDeleteListingArgs,
  { listings, principal }: ListingsContext,
) {
  const answer = await listings.deleteListing({ ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'ListingDeleted' as const, ...answer.deleted } : toUserError(answer.failure);
}
