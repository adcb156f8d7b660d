import type { UserWatchesArgs } from '../../generated/resolvers-types.ts';
import { notOfThisList, pageSize } from '../bad-input.ts';
import { toConnection } from '../connection.ts';
import type { DealsContext } from '../context.ts';
import { isOwn, type UserReference } from '../listing-reference.ts';

export async function watches({ id }: UserReference, args: Partial<UserWatchesArgs>, context: DealsContext) {
  if (!isOwn(context.principal, id)) return null;
  const stream = `list:watches:${id}`;
  const after = args.after ? context.cursors.decode(args.after, stream) : undefined;
  if (after?.ok === false) throw notOfThisList();
  const page = await context.deals.accounts.watches(id, { first: pageSize(args.first), beforeId: after?.epoch });
  return {
    ...toConnection(page.items, {
      // Ids are in the order of time, so an id is a place in this list.
      cursorOf: (watch) => context.cursors.encode({ stream, epoch: watch.id, position: watch.createdAt }),
      hasNext: page.hasNext,
      hasPrevious: after !== undefined,
    }),
    totalCount: page.totalCount,
  };
}
