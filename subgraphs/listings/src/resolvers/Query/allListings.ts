import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { openListingList } from '../listing-list.ts';

export const allListings: QueryResolvers['allListings'] = async (_parent, args, { listings, principal, cursors }) => {
  const list = openListingList(cursors, 'allListings', args);
  const page = await listings.listAllListings({ ...list.request, principal });
  return page ? list.toConnection(page) : null;
};
