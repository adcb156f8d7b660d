import { createList, pageSize, toConnection } from '@meridian/platform/subgraph/pages';
import type { UserWatchesArgs } from '../../generated/resolvers-types.ts';
import type { DealsContext } from '../context.ts';
import { isOwn, type UserReference } from '../listing-reference.ts';

export async function watches({ id }: UserReference, args: Partial<UserWatchesArgs>, context: DealsContext) {
  if (!isOwn(context.principal, id)) return null;
  const list = createList(context.cursors, `list:watches:${id}`);
  const after = list.placeOf(args.after);
  const page = await context.deals.accounts.watches(id, { first: pageSize(args.first), beforeId: after?.id });
  return {
    ...toConnection(page.items, {
      // Ids are in the order of time, so an id is a place in this list.
      cursorOf: (watch) => list.cursorOf({ position: watch.createdAt, id: watch.id }),
      hasNext: page.hasNext,
      hasPrevious: after !== undefined,
    }),
    totalCount: page.totalCount,
  };
}
