import { createList, pageSize, toConnection } from '@meridian/platform/subgraph/pages';
import type { UserResolvers } from '../../generated/resolvers-types.ts';
import { alertStream } from '../../ports/streams.ts';

export const alerts: UserResolvers['alerts'] = async ({ id: userId }, args, { deals, principal, cursors }) => {
  const stream = alertStream(userId);
  const beforeSequence = createList(cursors, stream).placeOf(args.after)?.position;
  const wanted = { userId, first: pageSize(args.first), beforeSequence, unreadOnly: args.unreadOnly ?? false };
  const inbox = await deals.listAlerts({ ...wanted, principal });
  if (inbox === undefined) return null;
  const { items, hasNext, totalCount, epoch } = inbox;
  const cursorAt = (position: number) => cursors.encode({ stream, epoch, position });
  const cursorOf = ({ sequence }: (typeof items)[number]) => cursorAt(sequence);
  return {
    ...toConnection(items, { cursorOf, hasNext, hasPrevious: beforeSequence !== undefined }),
    totalCount,
    userId,
    streamCursor: cursorAt(inbox.position),
  };
};
