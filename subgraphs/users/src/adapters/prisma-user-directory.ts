import { allOf, type Condition, containing } from '@meridian/platform/sql/conditions';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { type Account, publicProfileOf } from '../domain/account.ts';
import { refreshTokenLifetimeInMs } from '../domain/refresh.ts';
import type { Prisma, PrismaClient, User } from '../generated/sqlite/client.ts';
import type { AccountPage, AccountSearch, UserDirectory } from '../ports/user-directory.ts';
import { type AccountRow, accountColumns, readRoles, toAccount } from './account-rows.ts';

type Dependencies = Readonly<{ prisma: PrismaClient; database: SqlDatabase }>;

const fromRecord = ({ passwordHash: _, ...record }: User): Account => ({ ...record, roles: readRoles(record.roles) });

/** A session that was last used before this has no refresh token left that is good. */
const unusedSince = (at: string): string => new Date(Date.parse(at) - refreshTokenLifetimeInMs).toISOString();

const textCondition = (text: string): Condition => ({
  sql: "(id = ? OR public_profile_id = ? OR email LIKE ? ESCAPE '!' OR LOWER(display_name) LIKE ? ESCAPE '!')",
  params: [text, text, containing(text), containing(text)],
});

const filterOf = (search: AccountSearch): Condition[] => [
  ...(search.text === undefined ? [] : [textCondition(search.text)]),
  ...(search.role === undefined ? [] : [{ sql: 'roles LIKE ?', params: [`%,${search.role},%`] }]),
];

const behind = ({ after }: AccountSearch): Condition[] =>
  after
    ? [{ sql: '(created_at < ? OR (created_at = ? AND id < ?))', params: [after.createdAt, after.createdAt, after.id] }]
    : [];

async function searchAccounts(database: SqlDatabase, search: AccountSearch): Promise<AccountPage> {
  const filter = allOf(filterOf(search));
  const page = allOf([...filterOf(search), ...behind(search)]);
  const [counted] = await database.query<{ total: number }>(
    `SELECT COUNT(*) AS total FROM users WHERE ${filter.sql}`,
    filter.params,
  );
  const rows = await database.query<AccountRow>(
    `SELECT ${accountColumns.join(', ')} FROM users WHERE ${page.sql} ORDER BY created_at DESC, id DESC LIMIT ?`,
    [...page.params, search.first + 1],
  );
  return {
    accounts: rows.slice(0, search.first).map(toAccount),
    totalCount: Number(counted?.total ?? 0),
    hasNextPage: rows.length > search.first,
  };
}

async function countTrips(prisma: PrismaClient, userIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const groups = await prisma.trip.groupBy({
    by: ['userId'],
    where: { userId: { in: [...userIds] }, state: { in: ['CONFIRMED', 'COMPLETED'] } },
    _count: { bookingId: true },
  });
  return new Map(groups.map((group) => [group.userId, group._count.bookingId]));
}

const liveSessions = (userId: string, at: string) =>
  ({
    where: { userId, endedAt: null, expiresAt: { gt: at }, lastUsedAt: { gt: unusedSince(at) } },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, userId: true, createdAt: true, lastUsedAt: true },
  }) satisfies Prisma.SessionFindManyArgs;

/** Reads accounts with Prisma; the page of a search is one SQL statement, because its order has two columns. */
export const createPrismaUserDirectory = ({ prisma, database }: Dependencies): UserDirectory => ({
  async accounts(ids) {
    const users = await prisma.user.findMany({ where: { id: { in: [...ids] } } });
    return users.map(fromRecord);
  },
  async publicProfiles(ids) {
    const users = await prisma.user.findMany({
      where: { publicProfileId: { in: [...ids] } },
      select: { publicProfileId: true, displayName: true, createdAt: true },
    });
    return users.map(publicProfileOf);
  },
  search: (search) => searchAccounts(database, search),
  sessionsOf: (userId, at) => prisma.session.findMany(liveSessions(userId, at)),
  tripCounts: (userIds) => countTrips(prisma, userIds),
  async recordOf(userId, at) {
    // One transaction: what comes or goes meanwhile is in all three or in none.
    const [user, sessions, trips] = await prisma.$transaction([
      prisma.user.findUnique({ where: { id: userId } }),
      prisma.session.findMany(liveSessions(userId, at)),
      prisma.trip.findMany({
        where: { userId },
        orderBy: { bookingId: 'asc' },
        select: { bookingId: true, state: true },
      }),
    ]);
    return user ? { account: fromRecord(user), sessions, trips } : undefined;
  },
  async credentials(email) {
    const user = await prisma.user.findUnique({ where: { email } });
    return user?.passwordHash ? { account: fromRecord(user), passwordHash: user.passwordHash } : undefined;
  },
});
