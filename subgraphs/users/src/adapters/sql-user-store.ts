import type { Outbox } from '@meridian/platform/outbox/outbox';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { insertInto, insertUnlessThere } from '@meridian/platform/sql/statements';
import { decideAnew, requireMoved } from '@meridian/platform/transactions/stale-row';
import type { Account } from '../domain/account.ts';
import type { UserEvents } from '../events/published.ts';
import type { UserStore, UserTransaction } from '../ports/user-store.ts';
import { type AccountRow, accountColumns, toAccount, toValues, writeRoles } from './account-rows.ts';
import { createSessionTable } from './session-table.ts';

type Dependencies = Readonly<{ database: SqlDatabase; outbox: Outbox; events: UserEvents }>;

const insertIfMissing = insertUnlessThere('users', accountColumns, ['id']);
const insertWithPassword = insertInto('users', [...accountColumns, 'password_hash']);
const select = `SELECT ${accountColumns.join(', ')} FROM users`;

const createAccountTable = (transaction: SqlTransaction) => {
  const findBy = async (column: 'id' | 'email', value: string): Promise<Account | undefined> => {
    const [row] = await transaction.query<AccountRow>(`${select} WHERE ${column} = ?`, [value]);
    return row && toAccount(row);
  };
  return {
    find: (id: string) => findBy('id', id),
    findByEmail: (email: string) => findBy('email', email),
    async insert(account: Account, passwordHash: string | null) {
      await transaction.execute(insertWithPassword, [...toValues(account), passwordHash]);
    },
    async insertMissing(accounts: readonly Account[]) {
      const affected = await transaction.executeMany(insertIfMissing, accounts.map(toValues));
      return accounts.filter((_, index) => affected[index] === 1);
    },
    async update(previous: Account, next: Account) {
      const affected = await transaction.execute(
        `UPDATE users SET roles = ?, display_name = ?, home_airport = ?, country_code = ?, currency = ?, locale = ?, version = ?
         WHERE id = ? AND version = ?`,
        [
          writeRoles(next.roles),
          next.displayName,
          next.homeAirport,
          next.countryCode,
          next.currency,
          next.locale,
          next.version,
          previous.id,
          previous.version,
        ],
      );
      requireMoved(affected, `Account ${previous.id} is no longer at version ${previous.version}.`);
    },
  };
};

const openTrips = `SELECT booking_id FROM trips
  WHERE user_id = ? AND state IN ('HELD', 'PENDING_APPROVAL', 'CONFIRMED') ORDER BY booking_id LIMIT ?`;

/** What goes with an account, the rows that hang on others first. */
const removals = [
  'DELETE FROM refresh_tokens WHERE session_id IN (SELECT id FROM sessions WHERE user_id = ?)',
  'DELETE FROM sessions WHERE user_id = ?',
  'DELETE FROM trips WHERE user_id = ?',
];

const createRemoval = (transaction: SqlTransaction): Pick<UserTransaction, 'openBookings' | 'remove'> => ({
  async openBookings(userId, limit) {
    const rows = await transaction.query<{ booking_id: string }>(openTrips, [userId, limit]);
    return Array.from(rows, (row) => row.booking_id);
  },
  async remove({ id, version }) {
    const affected = await transaction.execute('DELETE FROM users WHERE id = ? AND version = ?', [id, version]);
    requireMoved(affected, `Account ${id} is no longer at version ${version}.`);
    for (const statement of removals) await transaction.execute(statement, [id]);
  },
});

/** Accounts and sessions in SQL. Events go to the outbox of the same transaction. */
export const createSqlUserStore = (deps: Dependencies): UserStore => ({
  transaction: (work) =>
    decideAnew(() =>
      deps.database.transaction((transaction) => {
        const unit: UserTransaction = {
          ...createAccountTable(transaction),
          ...createSessionTable(transaction),
          ...createRemoval(transaction),
          announce: (announcements) => deps.outbox.add(transaction, announcements.map(deps.events.toEvent)),
        };
        return work(unit);
      }),
    ),
});
