import { createList, pageSize, toConnection } from '@meridian/platform/subgraph/pages';
import type { UserAlertsArgs } from '../../generated/resolvers-types.ts';
import { alertStream } from '../../ports/streams.ts';
import type { DealsContext } from '../context.ts';
import { isOwn, type UserReference } from '../listing-reference.ts';

export async function alerts({ id }: UserReference, args: Partial<UserAlertsArgs>, context: DealsContext) {
  if (!isOwn(context.principal, id)) return null;
  const { accounts } = context.deals;
  const stream = alertStream(id);
  const after = createList(context.cursors, stream).placeOf(args.after);
  const page = await context.deals.readAlerts(id, {
    first: pageSize(args.first),
    beforeSequence: after?.position,
    unreadOnly: args.unreadOnly ?? false,
  });
  const epoch = await context.deals.epoch();
  const cursorAt = (position: number) => context.cursors.encode({ stream, epoch, position });
  return {
    ...toConnection(page.items, {
      cursorOf: (alert) => cursorAt(alert.sequence),
      hasNext: page.hasNext,
      hasPrevious: after !== undefined,
    }),
    totalCount: page.totalCount,
    unreadCount: () => accounts.unreadCount(id),
    streamCursor: cursorAt(page.position),
  };
}
