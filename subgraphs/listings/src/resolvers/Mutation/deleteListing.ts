import type { MutationResolvers } from '../../generated/resolvers-types.ts';
import { toUserError } from '../failures.ts';
import { withoutNulls } from '../shapes.ts';

export const deleteListing: MutationResolvers['deleteListing'] = async (
  _parent,
  { input },
  { listings, principal },
) => {
  const answer = await listings.deleteListing({ ...withoutNulls(input), principal });
  return answer.ok ? { __typename: 'ListingDeleted', ...answer.deleted } : toUserError(answer.failure);
};
