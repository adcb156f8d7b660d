import { join } from 'node:path';
import { startEffectConsumer } from '../src/consumer/effect-consumer.ts';
import type { Inbox } from '../src/inbox/inbox.ts';
import { createSqlInbox } from '../src/inbox/sql-inbox.ts';
import { startOutboxRelay } from '../src/outbox/outbox-relay.ts';
import { prunePublished } from '../src/outbox/outbox-rows.ts';
import { createSqlOutbox, createSqlOutboxMonitor } from '../src/outbox/sql-outbox.ts';
import { platformMigrationsFolder } from '../src/sql/platform-migrations.ts';
import { openSqliteDatabase } from '../src/sql/sqlite-database.ts';
import type { EffectConsumerFixture } from '../src/testkit/effect-consumer.contract.ts';
import type { InboxFixture } from '../src/testkit/inbox.contract.ts';
import type { OutboxFixture } from '../src/testkit/outbox.contract.ts';
import type { ServiceNode } from '../src/testkit/service-node.ts';
import { temporaryFolder } from '../src/testkit/temporary-folder.ts';
import { type Clock, systemClock } from '../src/time/clock.ts';
import { quietLogger as logger, openLog, sessionTimeoutInMs } from './log-fixtures.ts';
import type { RemoteProcess } from './remote-process.ts';

/** What every suite over a service's tables gets: two replicas and the adapters under test. */
export type AllFixtures = OutboxFixture & InboxFixture & EffectConsumerFixture;

const migrationsFolder = [platformMigrationsFolder];

/** What may differ: the process of the second replica, the inbox, and the time of everything that runs in this process. */
export type ServiceFixtureOptions = Readonly<{ remote?: RemoteProcess; inbox?: Inbox; clock?: Clock }>;

/** Two replicas of one service: both in this process, or the second in another, which has the machine's time. */
export async function openServiceFixture({ remote, clock = systemClock, ...options }: ServiceFixtureOptions = {}) {
  const inbox = options.inbox ?? createSqlInbox({ clock });
  const folder = await temporaryFolder();
  const files = { log: join(folder.path, 'log.db'), service: join(folder.path, 'service.db') };
  const here: ServiceNode = {
    log: await openLog(files.log, { clock }),
    database: await openSqliteDatabase({ file: files.service, migrationsFolder }),
  };
  const there: ServiceNode = remote
    ? {
        log: await remote.openLog({ file: files.log, sessionTimeoutInMs }),
        database: await remote.openDatabase({ file: files.service, migrationsFolder }),
      }
    : {
        log: await openLog(files.log, { clock }),
        database: await openSqliteDatabase({ file: files.service, migrationsFolder }),
      };
  const fixture: AllFixtures & AsyncDisposable = {
    here,
    there,
    inbox,
    outbox: createSqlOutbox({ clock }),
    now: () => clock.now(),
    watch: ({ database }) => createSqlOutboxMonitor({ database }),
    startRelay: (node) => startOutboxRelay({ ...node, logger, owner: 'contract', clock }),
    forgetPublished: async ({ database }) => void (await prunePublished(database, clock.now() + 1, 10_000)),
    startConsumer: (node, options) => startEffectConsumer({ ...node, inbox, clock, logger }, options),
    async [Symbol.asyncDispose]() {
      for (const node of [here, there]) {
        await node.log.close().catch(() => undefined);
        await node.database.close().catch(() => undefined);
      }
      await folder[Symbol.asyncDispose]();
    },
  };
  return fixture;
}
