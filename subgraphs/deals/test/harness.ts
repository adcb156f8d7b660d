import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSecrets } from '@meridian/platform/config/secrets';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { type Asked, createAsk, plain } from '@meridian/platform/testkit/ask-subgraph';
import { appendTo } from '@meridian/platform/testkit/log-events';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { topics } from '@meridian/schema/events/registry';
import { composeDeals, type DealsDependencies } from '../src/compose.ts';

export const startOfTests = Date.parse('2027-03-01T09:00:00.000Z');
export const dayInMs = 86_400_000;

/** Asks again until it holds. For what another part of the process does in its own time. */
export async function until(holds: () => Promise<boolean> | boolean, timeoutInMs = 10_000): Promise<void> {
  const deadline = performance.now() + timeoutInMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('It did not come true in time.');
    await pause(5);
  }
}

type Answer = { data?: Record<string, unknown> | null; errors?: { message: string; extensions?: { code?: string } }[] };
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
  const { ask, subscribe } = createAsk(deals.definition, { internalKey: secrets.internalKey, clock });
  const settled = () => until(async () => (await deals.readiness()).ready, 60_000);
  return {
    deals,
    clock,
    log,
    secrets,
    settled,
    async tell(...events: readonly Readonly<{ topic: string; event: CloudEvent }>[]) {
      await appendTo(log, events);
      await settled();
    },
    ask: async (asked: Asked) => (await ask(asked)) as Answer,
    async subscribe(asked: Asked) {
      const stream = await subscribe(asked);
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
  const folder = await temporaryFolder('deals');
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
