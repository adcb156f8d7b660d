import type { Cursors } from '@meridian/platform/identity/cursor';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import type { LogPlace } from '../../ports/log-records.ts';
import { badInput, requireScope, sizeWithin } from '../refusals.ts';

const stream = 'logRecords';

// A cursor names a place by a number and one life of the stream. A page lies behind an instant and, among equals, behind an id:
// the id takes the second part.
const cursorOf = (cursors: Cursors, { time, id }: LogPlace): string =>
  cursors.encode({ stream, epoch: id, position: Date.parse(time) });

function placeOf(cursors: Cursors, after: string | null | undefined): LogPlace | undefined {
  if (!after) return undefined;
  const decoded = cursors.decode(after, stream);
  if (!decoded.ok) throw badInput('`after` is no cursor of this list. Use the `endCursor` of the page before.');
  return { time: new Date(decoded.position).toISOString(), id: decoded.epoch };
}

export const logRecords: QueryResolvers['logRecords'] = async (_parent, args, { principal, analytics, cursors }) => {
  requireScope(principal, 'events:read');
  const after = placeOf(cursors, args.after);
  const { records, hasNextPage } = await analytics.searchLogs({
    level: args.level ?? 'INFO',
    service: args.service ?? undefined,
    requestId: args.requestId ?? undefined,
    first: sizeWithin(args.first ?? 50, 100),
    after,
  });
  const edges = records.map((node) => ({ cursor: cursorOf(cursors, node), node }));
  const pageInfo = {
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
    hasNextPage,
    hasPreviousPage: after !== undefined,
  };
  return { edges, pageInfo };
};
