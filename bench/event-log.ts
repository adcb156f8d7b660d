// How fast events go from an outbox through relay and log into the tables of four groups, and how long one takes when paced.
// Run: node --conditions=source --import tsx bench/event-log.ts [events]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { eventHandler, startEffectConsumer } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createIds } from '@meridian/platform/ids/ids';
import { createSqlInbox } from '@meridian/platform/inbox/sql-inbox';
import { createLogger } from '@meridian/platform/observability/logger';
import { startOutboxRelay } from '@meridian/platform/outbox/outbox-relay';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import { platformMigrationsFolder } from '@meridian/platform/sql/platform-migrations';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { systemClock as clock } from '@meridian/platform/time/clock';
import { z } from 'zod';

const total = Number(process.argv[2] ?? 60_000);
const eventsPerTransaction = 200;
const pacedEvents = 200;
const pauseBetweenInMs = 20;
const groups = ['one', 'two', 'three', 'four'];
const topic = 'things';
const logger = createLogger({ service: 'bench', level: 'warn' });
const schema = z.object({ n: z.number(), padding: z.string() });

type OnApplied = (group: string, events: readonly CloudEvent[]) => void;

async function openBench(folder: string, onApplied: OnApplied) {
  const log = await openSqliteEventLog({ file: join(folder, 'log.db'), clock, logger });
  await log.declareTopics([{ name: topic, partitions: 4 }]);
  const open = (name: string) =>
    openSqliteDatabase({ file: join(folder, `${name}.db`), migrationsFolder: platformMigrationsFolder });
  const database = await open('producer');
  const relay = await startOutboxRelay({ database, log, logger, owner: 'producer', clock });
  const closing: { close(): Promise<void> }[] = [relay];
  for (const group of groups) closing.push(...(await openGroup({ log, group, open, onApplied })));
  const close = async () => {
    for (const open of closing) await open.close();
    await database.close();
    await log.close();
  };
  return { database, relay, close };
}

type Group = Readonly<{
  log: Awaited<ReturnType<typeof openSqliteEventLog>>;
  group: string;
  open: (name: string) => ReturnType<typeof openSqliteDatabase>;
  onApplied: OnApplied;
}>;

async function openGroup({ log, group, open, onApplied }: Group) {
  const database = await open(group);
  await database.execute('CREATE TABLE things (id TEXT PRIMARY KEY, n INTEGER NOT NULL)');
  const handler = eventHandler({
    topic,
    type: 'thing.made',
    version: 1,
    schema,
    apply: async (transaction, events) => {
      const rows = events.map((event) => [event.id, event.data.n]);
      await transaction.executeMany('INSERT INTO things (id, n) VALUES (?, ?)', rows);
    },
  });
  const deps = { log, database, inbox: createSqlInbox({ clock }), clock, logger };
  const options = {
    group,
    handlers: [handler],
    onApplied: (events: readonly CloudEvent[]) => onApplied(group, events),
  };
  return [await startEffectConsumer(deps, options), database];
}

/** Counts per group; resolves `all(n)` when each has applied `n` events. */
function createCounter() {
  const counts = new Map(groups.map((group) => [group, 0]));
  let waiting: { count: number; resolve: () => void } | undefined;
  const look = () => {
    if (waiting && [...counts.values()].every((count) => count >= (waiting?.count ?? 0))) waiting.resolve();
  };
  return {
    add(group: string, events: readonly CloudEvent[]) {
      counts.set(group, (counts.get(group) ?? 0) + events.length);
      look();
    },
    all: (count: number) =>
      new Promise<void>((resolve) => {
        waiting = { count, resolve };
        look();
      }),
  };
}

async function run(folder: string): Promise<void> {
  const counter = createCounter();
  const bench = await openBench(folder, counter.add);
  const outbox = createSqlOutbox({ clock });
  const create = createEventFactory({ source: '/meridian/bench', clock, ids: createIds() });
  const publish = (from: number, count: number) =>
    bench.database.transaction((transaction) =>
      outbox.add(
        transaction,
        Array.from({ length: count }, (_, index) => {
          const data = { n: from + index, padding: 'x'.repeat(700) };
          const subject = `thing_${(from + index) % 977}`;
          return { topic, event: create({ type: 'thing.made', version: 1, subject, sequence: 1, data }) };
        }),
      ),
    );

  const loop = monitorEventLoopDelay({ resolution: 2 });
  loop.enable();
  const startedAt = performance.now();
  for (let n = 0; n < total; n += eventsPerTransaction) await publish(n, Math.min(eventsPerTransaction, total - n));
  const committedAt = performance.now();
  await counter.all(total);
  loop.disable();
  const seconds = (from: number) => ((performance.now() - from) / 1_000).toFixed(1);
  console.log(
    `${total} events, ${groups.length} groups: committed in ${((committedAt - startedAt) / 1_000).toFixed(1)} s, applied by all in ${seconds(startedAt)} s`,
  );
  console.log(
    `event loop delay p99 ${(loop.percentile(99) / 1e6).toFixed(1)} ms, max ${(loop.max / 1e6).toFixed(1)} ms`,
  );

  const samples: number[] = [];
  for (let n = 1; n <= pacedEvents; n += 1) {
    const sentAt = performance.now();
    await publish(total + n, 1);
    await counter.all(total + n);
    samples.push(performance.now() - sentAt);
    await delay(pauseBetweenInMs);
  }
  samples.sort((one, other) => one - other);
  const at = (share: number) => (samples[Math.floor(samples.length * share)] ?? 0).toFixed(1);
  console.log(`one event, from the write to all ${groups.length} effects: median ${at(0.5)} ms, p99 ${at(0.99)} ms`);
  await bench.close();
}

const folder = await mkdtemp(join(tmpdir(), 'meridian-bench-'));
try {
  await run(folder);
} finally {
  await rm(folder, { recursive: true });
}
