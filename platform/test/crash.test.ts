import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { eventHandler, startEffectConsumer } from '../src/consumer/effect-consumer.ts';
import type { CloudEvent } from '../src/event-log/cloud-event.ts';
import type { ConsumeOptions, EventLog, LogRecord } from '../src/event-log/event-log.ts';
import { createSqlInbox } from '../src/inbox/sql-inbox.ts';
import { startOutboxRelay } from '../src/outbox/outbox-relay.ts';
import { openSqliteDatabase } from '../src/sql/sqlite-database.ts';
import { createCollector, createGate } from '../src/testkit/collector.ts';
import { contractTopic, numbered, numbersOf } from '../src/testkit/event-log.contract.ts';
import {
  appendEvents,
  declareOrders,
  eventsInLog,
  eventTopic,
  firstsPerSubject,
  orderEvents,
  type ServiceNode,
} from '../src/testkit/service-node.ts';
import { temporaryFolder } from '../src/testkit/temporary-folder.ts';
import { systemClock as clock } from '../src/time/clock.ts';
import { createManualClock } from '../src/time/manual-clock.ts';
import { createManualTicker } from '../src/time/manual-ticker.ts';
import { quietLogger as logger, openLogFixture, sessionTimeoutInMs } from './log-fixtures.ts';
import { startRemoteProcess } from './remote-process.ts';
import { openServiceFixture } from './service-fixtures.ts';

const topics = [contractTopic];

test('what a process committed survives its death, what it had open does not, and the lock is free', async () => {
  const remote = startRemoteProcess();
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'crash.db');
  await using here = await openSqliteDatabase({ file });
  const there = await remote.openDatabase({ file });
  await there.execute('CREATE TABLE t (n INTEGER)');
  await there.execute('INSERT INTO t VALUES (1)');
  const open = there.transaction(async (transaction) => {
    await transaction.execute('INSERT INTO t VALUES (2)');
    await remote.kill();
  });
  await expect(open).rejects.toThrow('dead');
  await here.execute('INSERT INTO t VALUES (3)');
  expect(await here.query('SELECT n FROM t ORDER BY n')).toEqual([{ n: 1 }, { n: 3 }]);
});

/** This process's time, before any sign of life of the other one. */
const openTime = () => {
  const time = createManualClock(clock.now());
  return { time, passSession: () => time.set(clock.now() + sessionTimeoutInMs) };
};

test("a killed member's partitions go to another member when its session is over, from the last commit on", async () => {
  const remote = startRemoteProcess();
  const { time, passSession } = openTime();
  const ticker = createManualTicker();
  await using fixture = await openLogFixture({ remote, clock: time, ticker });
  const { here, there } = fixture;
  await here.declareTopics([{ name: contractTopic, partitions: 4 }]);
  await here.append(numbered(0, 40));
  const theirs = createCollector<LogRecord>();
  await there.consume({ group: 'g', topics, maxBatch: 5, handle: async (records) => theirs.add(records) });
  await theirs.until((records) => records.length >= 40);
  await here.append(numbered(40, 60));
  await theirs.until((records) => records.length >= 60);
  await remote.kill();
  const ours = createCollector<LogRecord>();
  await using _ = await here.consume({ group: 'g', topics, handle: async (records) => ours.add(records) });
  await here.append(numbered(60, 100));
  await ticker.tick();
  await readByAnother(here, 100);
  expect(ours.items).toEqual([]);
  passSession();
  await ticker.tick();
  await ours.until((records) => new Set(numbersOf(records.filter((record) => Number(record.value) >= 60))).size === 40);
  // At most the batch in hand of each partition comes again.
  expect(ours.items.filter((record) => Number(record.value) < 60).length).toBeLessThanOrEqual(20);
});

/** Resolves when another group has got so many records: who was given partitions before has got some by then. */
async function readByAnother(log: EventLog, count: number): Promise<void> {
  const seen = createCollector<LogRecord>();
  const handle = async (records: readonly LogRecord[]) => seen.add(records);
  await using _ = await log.consume({ group: 'another', topics, handle });
  await seen.until((records) => records.length >= count);
}

/** While this process holds the write lock the other one cannot: stopped with it, it would stop everybody. */
async function pauseWithoutLock(remote: ReturnType<typeof startRemoteProcess>, file: string): Promise<void> {
  await using database = await openSqliteDatabase({ file });
  await database.transaction(async () => remote.pause());
}

test('a member that was taken for dead cannot commit when it comes back', async () => {
  await using remote = startRemoteProcess();
  const { time, passSession } = openTime();
  await using fixture = await openLogFixture({ remote, clock: time });
  const { file, here, there } = fixture;
  await here.declareTopics([{ name: contractTopic, partitions: 1 }]);
  await here.append(numbered(0, 5, 1));
  const called = createGate();
  const finish = createGate();
  const zombieHandle: ConsumeOptions['handle'] = async () => {
    called.open();
    await finish.opened;
  };
  const zombie = await there.consume({ group: 'g', topics, handle: zombieHandle });
  await called.opened;
  await pauseWithoutLock(remote, file);
  passSession();
  const ours = createCollector<LogRecord>();
  const handle = async (records: readonly LogRecord[]) => ours.add(records);
  const successor = await here.consume({ group: 'g', topics, handle });
  await here.append(numbered(5, 10, 1));
  await ours.until((records) => records.length >= 10);
  await successor.close();
  expect(await here.lag('g')).toMatchObject([{ committed: 10, lag: 0 }]);
  finish.open();
  remote.resume();
  await zombie.close();
  expect(await here.lag('g')).toMatchObject([{ committed: 10, lag: 0 }]);
});

test('a relay killed between append and mark doubles events on the wire only', async () => {
  const remote = startRemoteProcess();
  const { time, passSession } = openTime();
  await using fixture = await openServiceFixture({ remote, clock: time });
  const { here, there, outbox } = fixture;
  await declareOrders(here.log);
  const events = orderEvents(0, 30);
  await here.database.transaction((transaction) =>
    outbox.add(
      transaction,
      events.map((event) => ({ topic: eventTopic, event })),
    ),
  );
  const killed = createGate();
  const dying: Pick<EventLog, 'append'> = {
    async append(records) {
      const positions = await there.log.append(records);
      await remote.kill();
      killed.open();
      return positions;
    },
  };
  const victim = await startOutboxRelay({ database: there.database, log: dying, logger, owner: 'victim', clock });
  await killed.opened;
  passSession();
  await using relay = await fixture.startRelay(here);
  expect(await relay.pending()).toBe(30);
  await relay.drain();
  const published = await eventsInLog(here.log);
  expect(published).toHaveLength(60);
  const inOrder = events.filter((event) => event.subject === 'ord_3').map((event) => event.sequence);
  expect(firstsPerSubject(published).get('ord_3')).toEqual(inOrder);
  expect(await effectsOf(here, new Set(events.map((event) => event.id)).size)).toEqual(
    events.map((event) => event.id).sort(),
  );
  await victim.close().catch(() => undefined);
});

const countHandler = eventHandler({
  topic: eventTopic,
  type: 'order.placed',
  version: 1,
  schema: z.object({ n: z.number() }),
  async apply(transaction, batch) {
    await transaction.executeMany(
      'INSERT INTO effects (event_id) VALUES (?)',
      batch.map((event) => [event.id]),
    );
  },
});
const createEffects = 'CREATE TABLE IF NOT EXISTS effects (event_id TEXT NOT NULL)';
const inbox = createSqlInbox({ clock });

/** Consumes until `count` events have had their effect. Returns the id of each effect, sorted. */
async function effectsOf(node: ServiceNode, count: number): Promise<unknown[]> {
  await node.database.execute(createEffects);
  const changed = createCollector<CloudEvent>();
  const options = { group: 'g', handlers: [countHandler], onApplied: changed.add };
  const before = await node.database.query('SELECT event_id FROM effects');
  await using _ = await startEffectConsumer({ ...node, inbox, clock, logger }, options);
  await changed.until((events) => before.length + events.length >= count);
  const rows = await node.database.query<{ event_id: string }>('SELECT event_id FROM effects ORDER BY event_id');
  return rows.map((row) => row.event_id);
}

test('a consumer killed after its effect and before its offset, or anywhere else, applies every event once', async () => {
  for (const killAfterBatches of [1, 3, 6]) {
    const remote = startRemoteProcess();
    const { time, passSession } = openTime();
    await using fixture = await openServiceFixture({ remote, clock: time });
    const { here, there } = fixture;
    await declareOrders(here.log);
    await here.database.execute(createEffects);
    const events = orderEvents(0, 100);
    await appendEvents(here.log, events);
    const killed = createGate();
    let batches = 0;
    /** The answer of the handler reaches the log of a process that is dead: effect without offset. */
    const dying: EventLog = {
      ...there.log,
      consume: (options) =>
        there.log.consume({
          ...options,
          async handle(records) {
            await options.handle(records);
            batches += 1;
            if (batches === killAfterBatches) void remote.kill().then(killed.open);
          },
        }),
    };
    const options = { group: 'g', handlers: [countHandler], maxBatch: 5 };
    await startEffectConsumer({ ...there, log: dying, inbox, clock, logger }, options);
    await killed.opened;
    passSession();
    expect((await here.database.query('SELECT event_id FROM effects')).length).toBeGreaterThan(0);
    expect(await effectsOf(here, 100)).toEqual(events.map((event) => event.id).sort());
  }
});
