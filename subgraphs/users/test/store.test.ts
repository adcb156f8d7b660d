import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { openUsersDatabase } from '../src/adapters/open-database.ts';
import { createPrismaUserDirectory } from '../src/adapters/prisma-user-directory.ts';
import { createSqlAttemptLimiter } from '../src/adapters/sql-attempt-limiter.ts';
import { createSqlUserStore } from '../src/adapters/sql-user-store.ts';
import type { Account } from '../src/domain/account.ts';
import { createUserEvents } from '../src/events/published.ts';
import type { UserDirectory } from '../src/ports/user-directory.ts';
import { attemptLimiterCases } from './attempt-limiter.contract.ts';
import { startOfTests } from './harness.ts';
import { userStoreCases } from './user-store.contract.ts';

async function openDatabase() {
  const folder = await temporaryFolder('users');
  const opened = await openUsersDatabase(join(folder.path, 'users.db'));
  return {
    ...opened,
    clock: createManualClock(startOfTests),
    async [Symbol.asyncDispose]() {
      await opened.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The adapters on a fresh file; `change` makes a mutant of the database under the one that writes. */
async function openUserStore(change: (database: SqlDatabase) => SqlDatabase = (database) => database) {
  const opened = await openDatabase();
  const { clock, database } = opened;
  const createEvent = createEventFactory({ source: '/meridian/users', clock, ids: createSequentialIds() });
  const events = createUserEvents(createEvent);
  return {
    store: createSqlUserStore({ database: change(database), outbox: createSqlOutbox({ clock }), events }),
    directory: createPrismaUserDirectory(opened),
    async announced() {
      const rows = await database.query<{ value: string }>('SELECT value FROM outbox ORDER BY id');
      return rows.map(({ value }) => JSON.parse(value)).map(({ type, subject }) => `${type} ${subject}`);
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

async function openLimiter(change: (database: SqlDatabase) => SqlDatabase = (database) => database) {
  const opened = await openDatabase();
  return {
    limiter: createSqlAttemptLimiter({ clock: opened.clock, database: change(opened.database) }),
    clock: opened.clock,
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

describeContract('UserStore on SQLite', userStoreCases, () => openUserStore());
describeContract('AttemptLimiter on SQLite', attemptLimiterCases, () => openLimiter());

/** Commits whatever the work answers. */
const withoutRollback = (database: SqlDatabase): SqlDatabase => ({
  ...database,
  async transaction(work) {
    const { answer } = await database.transaction(async (transaction) => ({ answer: await work(transaction) }));
    return answer;
  },
});

/** Drops a condition, and its one value at the end, from every statement that has it. */
const withoutCondition =
  (condition: string) =>
  (database: SqlDatabase): SqlDatabase => ({
    ...database,
    transaction: (work) =>
      database.transaction((transaction) => {
        const execute: SqlTransaction['execute'] = (sql, params = []) => {
          const dropped = sql.includes(condition) && condition.includes('?') ? params.slice(0, -1) : params;
          return transaction.execute(sql.replace(condition, ''), dropped);
        };
        return work({ ...transaction, execute });
      }),
  });

test('mutants of the user store turn its suite red, each where it should', async () => {
  expect(await brokenCases(userStoreCases, () => openUserStore())).toEqual([]);
  expect(await brokenCases(userStoreCases, () => openUserStore(withoutRollback))).toContain(
    'a returned failure undoes what the work has written',
  );
  expect(await brokenCases(userStoreCases, () => openUserStore(withoutCondition(' AND version = ?')))).toEqual([
    'an account moves only from the version that was decided on',
    'an account is removed only at the version that was decided on',
  ]);
  expect(await brokenCases(userStoreCases, () => openUserStore(withoutCondition(' AND rotated_at IS NULL')))).toEqual([
    'a refresh token is traded once',
  ]);
});

test('a directory that reads an account in another moment than its sessions turns the suite red', async () => {
  const promise = 'what is kept of a user reads as of one moment, whatever changes meanwhile';
  const torn = async () => {
    const opened = await openUserStore();
    let before: Account | undefined;
    const recordOf: UserDirectory['recordOf'] = async (userId, at) => {
      const record = await opened.directory.recordOf(userId, at);
      before ??= record?.account;
      return record && before && { ...record, account: before };
    };
    return { ...opened, directory: { ...opened.directory, recordOf } };
  };
  const kept = userStoreCases.filter(({ name }) => name === promise);
  expect(await brokenCases(kept, torn)).toEqual([promise]);
});

test('mutants of the limiter turn its suite red', async () => {
  expect(await brokenCases(attemptLimiterCases, () => openLimiter(withoutRollback))).toEqual([
    'a refusal takes from no bucket',
  ]);
});
