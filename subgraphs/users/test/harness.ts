import { join } from 'node:path';
import { createSecrets } from '@meridian/platform/config/secrets';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { type Asked, createAsk } from '@meridian/platform/testkit/ask-subgraph';
import { appendTo, readTopic } from '@meridian/platform/testkit/log-events';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { topics } from '@meridian/schema/events/registry';
import { composeUsers } from '../src/compose.ts';
import type { AttemptLimits } from '../src/domain/attempts.ts';

/** Cheap enough for tests; the rules do not depend on it. */
export const testPasswordCost = { memoryInKib: 64, passes: 1 };
export const startOfTests = Date.parse('2027-03-01T09:00:00.000Z');

type Answer = { data?: Record<string, unknown>; errors?: { message: string }[] };

/** A whole users service on a fresh folder, asked as the gateway asks it. */
export async function openUsersService(options: { limits?: Partial<AttemptLimits> } = {}) {
  const folder = await temporaryFolder('users');
  const clock = createManualClock(startOfTests);
  const secrets = createSecrets();
  const logger = silentLogger;
  const log = await openSqliteEventLog({ file: join(folder.path, 'log.db'), clock, logger });
  await log.declareTopics(topics);
  const databaseFile = join(folder.path, 'users.db');
  const foundation = { databaseFile, log, clock, ids: createSequentialIds(), logger, secrets };
  const compose = () =>
    composeUsers({ ...foundation, issuer: 'test', limits: options.limits, passwordCost: testPasswordCost });
  const users = await compose();
  const { ask } = createAsk(users.definition, { internalKey: secrets.internalKey, clock });
  return {
    users,
    clock,
    log,
    secrets,
    databaseFile,
    /** The same service once more on the same folder, as after a restart or in another process. */
    async again() {
      const users = await compose();
      const { ask } = createAsk(users.definition, { internalKey: secrets.internalKey, clock });
      return {
        ask: async (asked: Asked) => (await ask(asked)) as Answer,
        [Symbol.asyncDispose]: () => users.close(),
      };
    },
    ask: async (asked: Asked) => (await ask(asked)) as Answer,
    /** Starts what consumes, hands over events of other services, and waits until they are applied. */
    async tell(...events: readonly Readonly<{ topic: string; event: CloudEvent }>[]): Promise<void> {
      await users.start();
      await appendTo(log, events);
      while (!(await users.readiness()).ready) await new Promise((resolve) => setImmediate(resolve));
    },
    /** Every event that this service has published to a topic, oldest first. */
    async published(topic: string): Promise<CloudEvent[]> {
      await users.drain();
      return readTopic(log, topic);
    },
    async [Symbol.asyncDispose]() {
      await users.close();
      await log.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

export type UsersService = Awaited<ReturnType<typeof openUsersService>>;
