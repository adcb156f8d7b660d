import { expect } from '@jest/globals';
import type { EventLog, LogRecord } from '../event-log/event-log.ts';
import { createCollector, createGate } from './collector.ts';
import type { ContractCase } from './contract-suite.ts';
import {
  contractPartitions,
  contractTopic,
  type EventLogFixture,
  expectOrderPerKey,
  numbered,
  numbersOf,
} from './event-log.contract.ts';

const declare = (log: EventLog) => log.declareTopics([{ name: contractTopic, partitions: contractPartitions }]);
const topics = [contractTopic];
const range = (to: number) => [...Array(to).keys()];
const sorted = (records: readonly LogRecord[]) => numbersOf(records).sort((one, other) => one - other);
const countOf = (records: readonly LogRecord[]) => new Set(numbersOf(records)).size;

/** A member that keeps what it gets. */
async function collect(log: EventLog, group: string, maxBatch = 20) {
  const seen = createCollector<LogRecord>();
  const handle = async (records: readonly LogRecord[]) => seen.add(records);
  const member = await log.consume({ group, topics, maxBatch, handle });
  return { seen, close: member.close, [Symbol.asyncDispose]: () => member.close() };
}

const committedOf = async (log: EventLog, group: string) =>
  (await log.lag(group)).reduce((sum, { committed }) => sum + committed, 0);

const delivery: readonly ContractCase<EventLogFixture>[] = [
  {
    name: 'a new group starts at the beginning and gets every record, each key in order, later ones too',
    async run({ here, there }) {
      await declare(here);
      await here.append(numbered(0, 50));
      await using member = await collect(there, 'g');
      await member.seen.until((records) => records.length >= 50);
      await here.append(numbered(50, 100));
      await member.seen.until((records) => records.length >= 100);
      expectOrderPerKey(member.seen.items);
      expect(sorted(member.seen.items)).toEqual(range(100));
    },
  },
  {
    name: 'every group gets every record',
    async run({ here, there }) {
      await declare(here);
      await using one = await collect(here, 'one');
      await using two = await collect(there, 'two');
      await here.append(numbered(0, 40));
      await one.seen.until((records) => countOf(records) === 40);
      await two.seen.until((records) => countOf(records) === 40);
    },
  },
  {
    name: 'a batch is of one partition, in order, and no longer than asked for',
    async run({ here }) {
      await declare(here);
      await here.append(numbered(0, 100));
      const batches = createCollector<readonly LogRecord[]>();
      const handle = async (records: readonly LogRecord[]) => batches.add([records]);
      await using _ = await here.consume({ group: 'g', topics, maxBatch: 7, handle });
      await batches.until((all) => all.flat().length >= 100);
      for (const batch of batches.items) {
        expect(batch.length).toBeLessThanOrEqual(7);
        expect(new Set(batch.map((record) => record.partition)).size).toBe(1);
        const first = batch[0]?.offset ?? 0;
        expect(batch.map((record) => record.offset)).toEqual(batch.map((_, index) => first + index));
      }
    },
  },
  {
    name: 'a batch whose handler throws is delivered again, and nothing is skipped',
    async run({ here, there }) {
      await declare(here);
      await here.append(numbered(0, 30, 1));
      const seen = createCollector<LogRecord>();
      const tried: number[] = [];
      const handle = async (records: readonly LogRecord[]) => {
        tried.push(...numbersOf(records));
        if (tried.length === records.length) throw new Error('not yet');
        seen.add(records);
      };
      await using _ = await there.consume({ group: 'g', topics, maxBatch: 10, handle });
      await seen.until((records) => records.length >= 30);
      expect(numbersOf(seen.items)).toEqual(range(30));
      expect(tried.slice(0, 20)).toEqual([...range(10), ...range(10)]);
    },
  },
  {
    name: 'a member that closes while its handler fails has committed nothing of that batch',
    async run({ here, there }) {
      await declare(here);
      await here.append(numbered(0, 5, 1));
      const called = createGate();
      const handle = async () => {
        called.open();
        throw new Error('never');
      };
      const failing = await here.consume({ group: 'g', topics, handle });
      await called.opened;
      await failing.close();
      expect(await committedOf(here, 'g')).toBe(0);
      await using member = await collect(there, 'g');
      await member.seen.until((records) => records.length >= 5);
      expect(numbersOf(member.seen.items)).toEqual(range(5));
    },
  },
  {
    name: 'the offset moves after the handler has resolved and not before',
    async run({ here, there }) {
      await declare(here);
      const called = createGate();
      const finish = createGate();
      const handle = async () => {
        called.open();
        await finish.opened;
      };
      const member = await here.consume({ group: 'g', topics, handle });
      await here.append(numbered(0, 5, 1));
      await called.opened;
      // What another group has done from beginning to end meanwhile, a premature commit would have done too.
      const other = await collect(here, 'other');
      await other.seen.until((records) => records.length >= 5);
      await other.close();
      expect(await committedOf(there, 'g')).toBe(0);
      finish.open();
      await member.close();
      expect(await committedOf(there, 'g')).toBe(5);
    },
  },
  {
    name: 'a closed member has committed the batch in its hands, and the next one goes on behind it',
    async run({ here, there }) {
      await declare(here);
      await here.append(numbered(0, 40));
      const first = await collect(here, 'g');
      await first.seen.until((records) => records.length >= 10);
      await first.close();
      const before = first.seen.items.length;
      await using second = await collect(there, 'g');
      await second.seen.until((records) => records.length >= 40 - before);
      await here.append(numbered(40, 50));
      await second.seen.until((records) => records.length >= 50 - before);
      expect(sorted([...first.seen.items, ...second.seen.items])).toEqual(range(50));
    },
  },
];

const sharing: readonly ContractCase<EventLogFixture>[] = [
  {
    name: 'members share the partitions; a partition changes hands without loss and each key stays in order',
    async run({ here, there }) {
      await declare(here);
      const all = createCollector<LogRecord & { by: string }>();
      const join = (log: EventLog, by: string) =>
        log.consume({
          group: 'g',
          topics,
          maxBatch: 5,
          handle: async (records) => all.add(records.map((record) => ({ ...record, by }))),
        });
      const writers = (log: EventLog, from: number) => log.append(numbered(from, from + 40));
      await using _one = await join(here, 'one');
      await writers(there, 0);
      const two = await join(there, 'two');
      // Appends until both have had something: the partitions were shared out.
      let next = 40;
      while (!all.items.some((record) => record.by === 'two')) {
        await writers(here, next);
        next += 40;
        await all.until((records) => countOf(records) === next);
      }
      await two.close();
      await writers(there, next);
      await all.until((records) => countOf(records) === next + 40);
      expect(all.items.slice(-1)[0]?.by).toBe('one');
      const firsts = [...new Map(all.items.map((record) => [`${record.partition}/${record.offset}`, record])).values()];
      expectOrderPerKey(firsts);
    },
  },
  {
    name: 'at rest every record is handled by one member',
    async run({ here, there }) {
      await declare(here);
      await using one = await collect(here, 'g');
      await using two = await collect(there, 'g');
      let next = 0;
      while (one.seen.items.length === 0 || two.seen.items.length === 0) {
        await here.append(numbered(next, next + 20));
        next += 20;
        await lagIsZero(here, 'g');
      }
      const before = one.seen.items.length + two.seen.items.length;
      await there.append(numbered(next, next + 40));
      await lagIsZero(here, 'g');
      expect(one.seen.items.length + two.seen.items.length - before).toBe(40);
    },
  },
];

/** Resolves when the group has committed everything. A live reader of the log's own progress would be a second consumer. */
async function lagIsZero(log: EventLog, group: string): Promise<void> {
  for (;;) {
    const lags = await log.lag(group);
    if (lags.length === contractPartitions && lags.every(({ lag }) => lag === 0)) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const administration: readonly ContractCase<EventLogFixture>[] = [
  {
    name: 'lag is what was appended and not committed, per partition and group',
    async run({ here, there }) {
      await declare(here);
      const member = await collect(here, 'g');
      const positions = await here.append(numbered(0, 30));
      await lagIsZero(there, 'g');
      await member.close();
      await there.append(numbered(30, 60));
      const lags = await there.lag('g');
      for (const { group, topic, partition, committed, end, lag } of lags) {
        const count = positions.filter((position) => position.partition === partition).length;
        expect({ group, topic, committed, end, lag }).toEqual({
          group: 'g',
          topic: contractTopic,
          committed: count,
          end: 2 * count,
          lag: count,
        });
      }
      expect(lags).toHaveLength(contractPartitions);
      expect(await there.lag('nobody')).toEqual([]);
    },
  },
  {
    name: 'seek is refused while a member runs, and afterwards the group reads from there',
    async run({ here, there }) {
      await declare(here);
      const [position] = await here.append(numbered(0, 10, 1));
      const target = { topic: contractTopic, partition: position?.partition ?? 0, offset: 7 };
      const first = await collect(here, 'g');
      await first.seen.until((records) => records.length >= 10);
      await expect(there.seek('g', target)).rejects.toThrow('running');
      await first.close();
      await there.seek('g', target);
      await using second = await collect(there, 'g');
      await second.seen.until((records) => records.length >= 3);
      expect(numbersOf(second.seen.items)).toEqual([7, 8, 9]);
    },
  },
  {
    name: 'closing the log closes its members, and their partitions are free at once',
    async run({ here, there }) {
      await declare(here);
      await collect(there, 'g');
      await there.close();
      await using member = await collect(here, 'g');
      await here.append(numbered(0, 20));
      await member.seen.until((records) => records.length >= 20);
      expect(sorted(member.seen.items)).toEqual(range(20));
    },
  },
];

/** Every promise of the port `EventLog` about consumer groups. */
export const consumerGroupsContract = [...delivery, ...sharing, ...administration];
