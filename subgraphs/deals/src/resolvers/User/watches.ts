import { createList, pageSize, toConnection } from '@meridian/platform/subgraph/pages';
import type { UserResolvers } from '../../generated/resolvers-types.ts';

export const watches: UserResolvers['watches'] = async ({ id: userId }, args, { deals, principal, cursors }) => {
  const listingId = args.listingId ?? undefined;
  const list = createList(cursors, `list:watches:${userId}${listingId === undefined ? '' : `:${listingId}`}`);
  const beforeId = list.placeOf(args.after)?.id;
  const page = await deals.listWatches({ userId, listingId, first: pageSize(args.first), beforeId, principal });
  if (page === undefined) return null;
  return {
    ...toConnection(page.items, {
      // Ids are in the order of time, so an id is a place in this list.
      cursorOf: (watch) => list.cursorOf({ position: watch.createdAt, id: watch.id }),
      hasNext: page.hasNext,
      hasPrevious: beforeId !== undefined,
    }),
    totalCount: page.totalCount,
  };
};
