import { expect } from '@jest/globals';
import type { EventLog, LogRecord, Position } from '../event-log/event-log.ts';
import { createCollector } from './collector.ts';
import type { ContractCase } from './contract-suite.ts';
import { contractPartitions, contractTopic, type EventLogFixture, numbered, numbersOf } from './event-log.contract.ts';

/** Twelve records of one key in one partition, and where a record of it lies. */
async function openPartition(log: EventLog): Promise<(offset: number) => Position> {
  await log.declareTopics([{ name: contractTopic, partitions: contractPartitions }]);
  const [first] = await log.append(numbered(0, 12, 1));
  return (offset) => ({ topic: contractTopic, partition: first?.partition ?? 0, offset });
}

/** Before it has seen the topic, a group is on no partition at all. */
async function hasCaughtUp(log: EventLog, group: string): Promise<boolean> {
  const lags = await log.lag(group);
  return lags.length > 0 && lags.every(({ lag }) => lag === 0);
}

/** Joins a group and waits until it has caught up. Returns what it got. */
async function catchUp(log: EventLog, group: string, until: (records: readonly LogRecord[]) => boolean) {
  const seen = createCollector<LogRecord>();
  const handle = async (records: readonly LogRecord[]) => seen.add(records);
  await using _ = await log.consume({ group, topics: [contractTopic], handle });
  await seen.until(until);
  while (!(await hasCaughtUp(log, group))) await new Promise((resolve) => setImmediate(resolve));
  return numbersOf(seen.items);
}

const always = () => true;

/** What the port `EventLog` promises of records that are deleted. */
export const forgettingContract: readonly ContractCase<EventLogFixture>[] = [
  {
    name: 'what lies before the position is gone for every handle, and what is left keeps its offsets',
    async run({ here, there }) {
      const at = await openPartition(here);
      await there.forget(at(5));
      for (const log of [here, there]) {
        const records = await log.read(at(0), 100);
        expect(records.map(({ offset }) => offset)).toEqual([5, 6, 7, 8, 9, 10, 11]);
        expect(numbersOf(records)).toEqual([5, 6, 7, 8, 9, 10, 11]);
        expect(numbersOf(await log.read(at(3), 2))).toEqual([5, 6]);
      }
    },
  },
  {
    name: 'other partitions keep what they have',
    async run({ here }) {
      const at = await openPartition(here);
      await here.append(numbered(12, 52, 40));
      const others = [...Array(contractPartitions).keys()].filter((partition) => partition !== at(0).partition);
      const read = () => Promise.all(others.map((partition) => here.read({ ...at(0), partition }, 100)));
      const before = await read();
      await here.forget(at(1_000));
      expect(await read()).toEqual(before);
      expect(before.flat().length).toBeGreaterThan(0);
    },
  },
  {
    name: 'when all is deleted, the next record gets the next offset, and a second time deletes no more',
    async run({ here, there }) {
      const at = await openPartition(here);
      await here.forget(at(12));
      await there.forget(at(12));
      expect(await here.read(at(0), 100)).toEqual([]);
      expect(await there.append(numbered(12, 13, 1))).toEqual([at(12)]);
      await here.forget(at(3));
      expect(numbersOf(await here.read(at(0), 100))).toEqual([12]);
    },
  },
  {
    name: 'a group that begins later gets what is left, and has caught up',
    async run({ here, there }) {
      const at = await openPartition(here);
      await here.forget(at(9));
      expect(await catchUp(there, 'late', (records) => records.length >= 3)).toEqual([9, 10, 11]);
    },
  },
  {
    name: 'a group of which everything was deleted has caught up, and gets what comes later',
    async run({ here, there }) {
      const at = await openPartition(here);
      await here.forget(at(12));
      expect(await catchUp(there, 'late', always)).toEqual([]);
      expect(await there.lag('late')).toContainEqual(expect.objectContaining({ committed: 12, end: 12 }));
      await here.append(numbered(12, 14, 1));
      expect(await catchUp(there, 'late', (records) => records.length >= 2)).toEqual([12, 13]);
    },
  },
  {
    name: 'a live reader that names an offset which is gone begins with the oldest that is left',
    async run({ here, there }) {
      const at = await openPartition(here);
      await here.forget(at(10));
      const seen = createCollector<LogRecord>();
      const handle = async (records: readonly LogRecord[]) => seen.add(records);
      const from = new Map([[`${contractTopic}/${at(0).partition}`, 2]]);
      await using _ = await there.follow({ topics: [contractTopic], from, handle });
      await here.append(numbered(12, 13, 1));
      await seen.until((records) => records.length >= 3);
      expect(numbersOf(seen.items)).toEqual([10, 11, 12]);
    },
  },
];
