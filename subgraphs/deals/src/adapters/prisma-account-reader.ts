import type { PrismaClient } from '../generated/sqlite/client.ts';
import type { AccountReader, Page } from '../ports/account-reader.ts';
import { toAlert } from './alert-row.ts';
import { toWatch } from './watch-row.ts';

/** One more than a page is read, to know whether another page follows. */
const pageOf = <Row, Item>(
  rows: readonly Row[],
  of: { first: number; totalCount: number; toItem: (row: Row) => Item },
): Page<Item> => ({
  items: rows.slice(0, of.first).map(of.toItem),
  totalCount: of.totalCount,
  hasNext: rows.length > of.first,
});

/** What an account reads of its own, through Prisma. Ids sort by the time they were made. */
export const createPrismaAccountReader = ({ prisma }: { prisma: PrismaClient }): AccountReader => ({
  async watches(userId, { first, beforeId, listingId }) {
    const own = { user_id: userId, ...(listingId === undefined ? {} : { listing_id: listingId }) };
    const [rows, totalCount] = await Promise.all([
      prisma.priceWatch.findMany({
        where: beforeId === undefined ? own : { ...own, id: { lt: beforeId } },
        orderBy: { id: 'desc' },
        take: first + 1,
      }),
      prisma.priceWatch.count({ where: own }),
    ]);
    return pageOf(rows, { first, totalCount, toItem: toWatch });
  },
  async watchesById(ids) {
    return (await prisma.priceWatch.findMany({ where: { id: { in: [...ids] } } })).map(toWatch);
  },
  async alerts(userId, { first, beforeSequence, unreadOnly }) {
    const wanted = { user_id: userId, ...(unreadOnly ? { read_at: null } : {}) };
    const [rows, totalCount] = await Promise.all([
      prisma.alert.findMany({
        where: beforeSequence === undefined ? wanted : { ...wanted, sequence: { lt: beforeSequence } },
        orderBy: { sequence: 'desc' },
        take: first + 1,
      }),
      prisma.alert.count({ where: wanted }),
    ]);
    return pageOf(rows, { first, totalCount, toItem: toAlert });
  },
  async alertsById(ids) {
    return (await prisma.alert.findMany({ where: { id: { in: [...ids] } } })).map(toAlert);
  },
  unreadCount: (userId) => prisma.alert.count({ where: { user_id: userId, read_at: null } }),
});
