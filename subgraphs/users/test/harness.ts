import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecrets } from '@meridian/platform/config/secrets';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createInternalTokens } from '@meridian/platform/identity/internal-token';
import { anonymous, type Principal, type Role } from '@meridian/platform/identity/principal';
import { scopesOf } from '@meridian/platform/identity/scopes';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createSubgraphExecutor } from '@meridian/platform/subgraph/execute-operation';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { topics } from '@meridian/schema/events/registry';
import { composeUsers } from '../src/compose.ts';
import type { AttemptLimits } from '../src/domain/attempts.ts';

/** Cheap enough for tests; the rules do not depend on it. */
export const testPasswordCost = { memoryInKib: 64, passes: 1 };
export const startOfTests = Date.parse('2027-03-01T09:00:00.000Z');

export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'meridian-users-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export const asUser = (userId: string, roles: readonly Role[] = ['TRAVELER'], sessionId = 'ses_test'): Principal => ({
  kind: 'user',
  userId,
  sessionId,
  roles,
  scopes: scopesOf(roles),
});

async function readTopic(log: EventLog, topic: string): Promise<CloudEvent[]> {
  const { partitions = 0 } = (await log.topics()).find(({ name }) => name === topic) ?? {};
  const slices = await Promise.all(
    Array.from({ length: partitions }, (_, partition) => log.read({ topic, partition, offset: 0 }, 1000)),
  );
  const events = slices.flat().map(({ value }) => JSON.parse(value) as CloudEvent);
  return events.sort((left, right) => (left.id < right.id ? -1 : 1));
}

type Asked = Readonly<{ query: string; variables?: Record<string, unknown>; as?: Principal; from?: string }>;

/** A whole users service on a fresh folder, asked as the gateway asks it. */
export async function openUsersService(options: { limits?: Partial<AttemptLimits> } = {}) {
  const folder = await temporaryFolder();
  const clock = createManualClock(startOfTests);
  const secrets = createSecrets();
  const logger = silentLogger;
  const log = await openSqliteEventLog({ file: join(folder.path, 'log.db'), clock, logger });
  await log.declareTopics(topics);
  const users = await composeUsers({
    databaseFile: join(folder.path, 'users.db'),
    log,
    clock,
    ids: createSequentialIds(),
    logger,
    secrets,
    issuer: 'test',
    limits: options.limits,
    passwordCost: testPasswordCost,
  });
  const tokens = createInternalTokens({ key: secrets.internalKey, clock });
  const executor = createSubgraphExecutor(users.definition, { verifier: tokens, logger });
  return {
    users,
    clock,
    log,
    secrets,
    async ask({ query, variables = {}, as = anonymous, from = '192.0.2.1' }: Asked) {
      const token = tokens.issue({ principal: as, audience: 'users' });
      const result = await executor.execute(
        { query, variables },
        { token, requestId: 'req_test', clientAddress: from },
      );
      // A plain copy: graphql makes objects without a prototype, which no comparison likes.
      return JSON.parse(JSON.stringify(result)) as { data?: Record<string, unknown>; errors?: { message: string }[] };
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
