import { pageSize, type RowPlace } from '@meridian/platform/subgraph/pages';
import { userOf } from '../../application/caller.ts';
import type { Listing } from '../../domain/listing.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { openList } from '../list-page.ts';

const placeIn = ({ createdAt, id }: Listing): RowPlace => ({ position: createdAt, id });

export const myListings: QueryResolvers['myListings'] = async (_parent, args, { listings, principal, cursors }) => {
  const kind = args.kind ?? undefined;
  const list = openList(cursors, { name: 'myListings', of: { userId: userOf(principal), kind } });
  const after = list.placeOf(args.after);
  const place = after && { createdAt: after.position, id: after.id };
  const page = await listings.listOwnListings({ kind, first: pageSize(args.first), after: place, principal });
  return page ? list.toConnection(page, { after, placeIn }) : null;
};
