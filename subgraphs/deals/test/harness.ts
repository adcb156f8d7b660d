import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSecrets } from '@meridian/platform/config/secrets';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createInternalTokens } from '@meridian/platform/identity/internal-token';
import { anonymous, type Principal } from '@meridian/platform/identity/principal';
import { createIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createSubgraphExecutor } from '@meridian/platform/subgraph/execute-operation';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { topics } from '@meridian/schema/events/registry';
import { composeDeals, type DealsDependencies } from '../src/compose.ts';

export const startOfTests = Date.parse('2027-03-01T09:00:00.000Z');
export const dayInMs = 86_400_000;

export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'meridian-deals-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export const asUser = (userId: string): Principal => ({
  kind: 'user',
  userId,
  sessionId: 'ses_test',
  roles: ['TRAVELER'],
  scopes: [],
});

/** Asks again until it holds. For what another part of the process does in its own time. */
export async function until(holds: () => Promise<boolean> | boolean, timeoutInMs = 10_000): Promise<void> {
  const deadline = performance.now() + timeoutInMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('It did not come true in time.');
    await pause(5);
  }
}

type Answer = { data?: Record<string, unknown> | null; errors?: { message: string; extensions?: { code?: string } }[] };
type Asked = Readonly<{ query: string; variables?: Record<string, unknown>; as?: Principal }>;

const plain = <Value>(value: Value): Value =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);

/** Appends events to the log as other services do. */
export const appendEvents = (log: EventLog, events: readonly Readonly<{ topic: string; event: CloudEvent }>[]) =>
  log.append(
    events.map(({ topic, event }) => ({
      topic,
      key: event.partitionkey,
      eventId: event.id,
      value: JSON.stringify(event),
    })),
  );

type Options = Partial<Pick<DealsDependencies, 'watchesPerAccount' | 'subscriberPatience' | 'clock'>> &
  Readonly<{ path: string; secrets?: ReturnType<typeof createSecrets> }>;

/** A deals service on a folder, asked as the gateway asks it. Several may share a folder, as replicas do. */
export async function openReplica(options: Options) {
  const clock = createManualClock(startOfTests);
  const secrets = options.secrets ?? createSecrets();
  const logger = silentLogger;
  const log = await openSqliteEventLog({ file: join(options.path, 'log.db'), clock, logger });
  await log.declareTopics(topics);
  const ids = createIds({ clock: { now: () => clock.now() } });
  const databaseFile = join(options.path, 'deals.db');
  const deals = await composeDeals({ clock, ...options, databaseFile, log, ids, logger, secrets });
  const tokens = createInternalTokens({ key: secrets.internalKey, clock });
  const executor = createSubgraphExecutor(deals.definition, { verifier: tokens, logger });
  const envelope = (as: Principal) => ({
    token: tokens.issue({ principal: as, audience: 'deals' }),
    requestId: 'req_test',
    clientAddress: '192.0.2.1',
  });
  const settled = () => until(async () => (await deals.readiness()).ready, 60_000);
  return {
    deals,
    clock,
    log,
    secrets,
    settled,
    async tell(...events: readonly Readonly<{ topic: string; event: CloudEvent }>[]) {
      await appendEvents(log, events);
      await settled();
    },
    async ask({ query, variables = {}, as = anonymous }: Asked): Promise<Answer> {
      return plain(await executor.execute({ query, variables }, envelope(as))) as Answer;
    },
    async subscribe({ query, variables = {}, as = anonymous }: Asked) {
      const stream = await executor.subscribe({ query, variables }, envelope(as));
      if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream));
      const next = async () => plain((await stream.next()).value) as Answer;
      return { next, stop: () => stream.return(undefined) };
    },
    async [Symbol.asyncDispose]() {
      await deals.close();
      await log.close();
    },
  };
}

/** A running service on a folder of its own. */
export async function openDealsService(options: Omit<Options, 'path'> = {}) {
  const folder = await temporaryFolder();
  const replica = await openReplica({ ...options, path: folder.path });
  await replica.deals.start();
  return {
    ...replica,
    path: folder.path,
    async [Symbol.asyncDispose]() {
      await replica[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
