import { userOf } from '../../application/caller.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { openListingList } from '../listing-list.ts';

export const myListings: QueryResolvers['myListings'] = async (_parent, args, { listings, principal, cursors }) => {
  const list = openListingList(cursors, 'myListings', { ...args, userId: userOf(principal) });
  const page = await listings.listOwnListings({ ...list.request, principal });
  return page ? list.toConnection(page) : null;
};
