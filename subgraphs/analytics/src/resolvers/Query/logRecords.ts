import { listStream } from '@meridian/platform/subgraph/list-stream';
import { createList, pageSize, type RowPlace, toConnection } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import type { LogPlace } from '../../ports/log-records.ts';
import { allowed } from '../refusals.ts';

const placeIn = ({ time, id }: LogPlace) => ({ position: Date.parse(time), id });

const logPlace = (place: RowPlace | undefined): LogPlace | undefined =>
  place && { time: new Date(place.position).toISOString(), id: place.id };

export const logRecords: QueryResolvers['logRecords'] = async (_parent, args, { analytics, principal, cursors }) => {
  const wanted = {
    level: args.level ?? 'INFO',
    service: args.service ?? undefined,
    requestId: args.requestId ?? undefined,
  } as const;
  const list = createList(cursors, listStream('logRecords', wanted));
  const after = logPlace(list.placeOf(args.after));
  const first = pageSize(args.first, { usual: 50 });
  const { records, hasNextPage } = allowed(await analytics.searchLogs({ ...wanted, first, after, principal }));
  const cursorOf = (record: LogPlace) => list.cursorOf(placeIn(record));
  return toConnection(records, { cursorOf, hasNext: hasNextPage, hasPrevious: after !== undefined });
};
