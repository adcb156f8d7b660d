import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { openUsersDatabase } from '../src/adapters/open-database.ts';
import { createPrismaUserDirectory } from '../src/adapters/prisma-user-directory.ts';
import { createSqlAttemptLimiter } from '../src/adapters/sql-attempt-limiter.ts';
import { createSqlUserStore } from '../src/adapters/sql-user-store.ts';
import { createUserEvents } from '../src/events/published.ts';
import { describeAttemptLimiter } from './attempt-limiter.contract.ts';
import { startOfTests, temporaryFolder } from './harness.ts';
import { describeUserStore } from './user-store.contract.ts';

async function openDatabase() {
  const folder = await temporaryFolder();
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

describeUserStore('SQLite', async () => {
  const opened = await openDatabase();
  const { clock, database } = opened;
  const createEvent = createEventFactory({ source: '/meridian/users', clock, ids: createSequentialIds() });
  const outbox = createSqlOutbox({ clock });
  return {
    store: createSqlUserStore({ database, outbox, events: createUserEvents(createEvent) }),
    directory: createPrismaUserDirectory(opened),
    async announced() {
      const rows = await database.query<{ value: string }>('SELECT value FROM outbox ORDER BY id');
      return rows.map(({ value }) => JSON.parse(value)).map(({ type, subject }) => `${type} ${subject}`);
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
});

describeAttemptLimiter('SQLite', async () => {
  const opened = await openDatabase();
  return {
    limiter: createSqlAttemptLimiter(opened),
    clock: opened.clock,
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
});

/** A database that commits whatever the work answers: the mutant of the rule that a refusal takes from no bucket. */
const withoutRollback = (database: SqlDatabase): SqlDatabase => ({
  ...database,
  async transaction(work) {
    const { answer } = await database.transaction(async (transaction) => ({ answer: await work(transaction) }));
    return answer;
  },
});

test('a limiter whose refusals are not rolled back takes from the other buckets: the suite tells it apart', async () => {
  await using opened = await openDatabase();
  const limiter = createSqlAttemptLimiter({ ...opened, database: withoutRollback(opened.database) });
  const [full, other] = [
    { bucket: 'full', limit: 0, windowInMs: 1000 },
    { bucket: 'other', limit: 1, windowInMs: 1000 },
  ];
  await limiter.take([other]);
  await limiter.giveBack([other]);
  await limiter.take([other, full]);
  expect((await limiter.take([other])).ok).toBe(false);
});
