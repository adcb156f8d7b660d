import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EventLog, Position } from '../src/event-log/event-log.ts';
import { createKeptFor } from '../src/event-log/kept-for.ts';
import { forgetOldRecords, startRetention } from '../src/event-log/retention.ts';
import { createCollector, createGate } from '../src/testkit/collector.ts';
import { temporaryFolder } from '../src/testkit/temporary-folder.ts';
import { createManualClock } from '../src/time/manual-clock.ts';
import { openLog, quietLogger } from './log-fixtures.ts';

const dayInMs = 86_400_000;
const start = Date.UTC(2027, 0, 1);
const topics = [
  { name: 'things', partitions: 1 },
  { name: 'audit', partitions: 1, keepDays: 365 },
  { name: 'things.dlq', partitions: 1 },
];

async function openKept() {
  const folder = await temporaryFolder('retention');
  const clock = createManualClock(start);
  const log = await openLog(join(folder.path, 'log.db'), { clock });
  await log.declareTopics(topics);
  const at = (offset: number, topic = 'things'): Position => ({ topic, partition: 0, offset });
  return {
    log,
    clock,
    at,
    deps: { log, clock, keptFor: createKeptFor(30, topics) },
    /** Appends so many records to a topic, now. */
    append: (count: number, topic = 'things') =>
      log.append(Array.from({ length: count }, (_, n) => ({ topic, key: 'key', eventId: `event-${n}`, value: '{}' }))),
    /** The oldest offset that is kept. */
    oldest: async (topic = 'things') => (await log.read(at(0, topic), 1))[0]?.offset,
    async [Symbol.asyncDispose]() {
      await log.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describe('old records', () => {
  test('are deleted once they are older than they are kept for, and not a moment before', async () => {
    await using kept = await openKept();
    await kept.append(3);
    kept.clock.advance(1);
    await kept.append(2);
    kept.clock.advance(30 * dayInMs - 1);
    expect(await forgetOldRecords(kept.deps)).toBe(0);
    kept.clock.advance(1);
    expect(await forgetOldRecords(kept.deps)).toBe(3);
    expect(await kept.oldest()).toBe(3);
    kept.clock.advance(1);
    expect(await forgetOldRecords(kept.deps)).toBe(2);
    expect(await kept.oldest()).toBeUndefined();
  });

  test('stay while the slowest of all groups has not handled them, however old they are', async () => {
    await using kept = await openKept();
    await kept.append(10);
    await kept.log.seek('fast', kept.at(9));
    await kept.log.seek('slow', kept.at(4));
    kept.clock.advance(400 * dayInMs);
    expect(await forgetOldRecords(kept.deps)).toBe(4);
    expect(await kept.oldest()).toBe(4);
    await kept.log.seek('slow', kept.at(10));
    expect(await forgetOldRecords(kept.deps)).toBe(5);
    expect(await kept.oldest()).toBe(9);
  });

  test('stay for longer where the topic asks for it, and where they are dead letters', async () => {
    await using kept = await openKept();
    for (const { name } of topics) await kept.append(1, name);
    kept.clock.advance(31 * dayInMs);
    await forgetOldRecords(kept.deps);
    expect([await kept.oldest(), await kept.oldest('audit'), await kept.oldest('things.dlq')]).toEqual([
      undefined,
      0,
      0,
    ]);
    kept.clock.advance(335 * dayInMs);
    await forgetOldRecords(kept.deps);
    expect([await kept.oldest('audit'), await kept.oldest('things.dlq')]).toEqual([undefined, undefined]);
  });

  test('are deleted in small parts, and those that are left when time is over wait', async () => {
    await using kept = await openKept();
    await kept.append(1_200);
    kept.clock.advance(31 * dayInMs);
    const stop = new AbortController();
    const parts: number[] = [];
    const log = {
      ...kept.log,
      async forget(before: Position) {
        parts.push(before.offset);
        if (parts.length === 2) stop.abort();
        await kept.log.forget(before);
      },
    };
    expect(await forgetOldRecords({ ...kept.deps, log, signal: stop.signal })).toBe(501);
    expect(parts).toEqual([1, 501]);
    expect(await forgetOldRecords(kept.deps)).toBe(699);
  });

  test('are looked for at the start and in every hour, and the next hour does what could not be done', async () => {
    await using kept = await openKept();
    const forgotten = createCollector<number>();
    let failures = 0;
    const log: EventLog = {
      ...kept.log,
      async forget(before) {
        failures -= 1;
        if (failures >= 0) throw new Error('The log is busy.');
        await kept.log.forget(before);
        forgotten.add([before.offset]);
      },
    };
    const hours = createManualTicker();
    const warned = createCollector<unknown>();
    const logger = { ...quietLogger, warn: (fields: object) => warned.add([fields]) };
    const makeOld = async () => {
      await kept.append(1);
      kept.clock.advance(31 * dayInMs);
    };
    await makeOld();
    await using _ = startRetention({ ...kept.deps, log, logger, ticker: hours });
    await forgotten.until((offsets) => offsets.length === 1);
    await makeOld();
    failures = 1;
    // The run before may not have ended yet: then this hour is its own.
    while (warned.items.length === 0) await hours.pass();
    while (forgotten.items.length === 1) await hours.pass();
    expect(forgotten.items).toEqual([1, 2]);
    expect(hours.periods).toEqual([3_600_000]);
  });

  test('that are being deleted when the log is to be closed are waited for', async () => {
    await using kept = await openKept();
    await kept.append(1);
    kept.clock.advance(31 * dayInMs);
    const [begun, mayGoOn] = [createGate(), createGate()];
    const log: EventLog = {
      ...kept.log,
      async forget(before) {
        begun.open();
        await mayGoOn.opened;
        await kept.log.forget(before);
      },
    };
    const retention = startRetention({ ...kept.deps, log, logger: quietLogger, ticker: createManualTicker() });
    await begun.opened;
    const closed = retention[Symbol.asyncDispose]();
    mayGoOn.open();
    await closed;
    expect(await kept.oldest()).toBeUndefined();
  });
});

/** Ticks when the test says so. */
function createManualTicker() {
  const actions: (() => unknown)[] = [];
  const periods: number[] = [];
  return {
    periods,
    every(periodInMs: number, action: () => unknown) {
      periods.push(periodInMs);
      actions.push(action);
      return () => undefined;
    },
    async pass() {
      for (const action of actions) action();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
