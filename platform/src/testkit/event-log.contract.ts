import { expect } from '@jest/globals';
import type { EventLog, LogRecord, NewRecord } from '../event-log/event-log.ts';
import { createCollector } from './collector.ts';
import type { ContractCase } from './contract-suite.ts';

/** Two handles on one empty log, in one process or in two. */
export type EventLogFixture = Readonly<{ here: EventLog; there: EventLog }>;

export const contractTopic = 'things';
export const contractPartitions = 4;

/** Records number `from` to `to` (exclusive), spread over `keys` keys. The value is the number. */
export function numbered(from: number, to: number, keys = 10): NewRecord[] {
  return Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    return { topic: contractTopic, key: `key-${n % keys}`, eventId: `event-${n}`, value: String(n) };
  });
}

/** The number of each record. */
export const numbersOf = (records: readonly LogRecord[]): number[] => records.map((record) => Number(record.value));

/** Throws unless the records of each key are in ascending order, each once. */
export function expectOrderPerKey(records: readonly LogRecord[]): void {
  const last = new Map<string, number>();
  for (const record of records) {
    expect(Number(record.value)).toBeGreaterThan(last.get(record.key) ?? -1);
    last.set(record.key, Number(record.value));
  }
}

async function readAll(log: EventLog): Promise<LogRecord[][]> {
  const partitions = Array.from({ length: contractPartitions }, (_, partition) => partition);
  return Promise.all(partitions.map((partition) => log.read({ topic: contractTopic, partition, offset: 0 }, 10_000)));
}

const declare = (log: EventLog) => log.declareTopics([{ name: contractTopic, partitions: contractPartitions }]);

const appending: readonly ContractCase<EventLogFixture>[] = [
  {
    name: 'a record is read back at the position that append has named, from every handle',
    async run({ here, there }) {
      await declare(here);
      const records = numbered(0, 25);
      const positions = await here.append(records);
      expect(positions).toHaveLength(25);
      for (const [index, position] of positions.entries()) {
        const [record] = await there.read(position, 1);
        expect(record).toMatchObject({ ...records[index], ...position });
        expect(record?.appendedAt).toBeGreaterThan(0);
      }
    },
  },
  {
    name: 'a key always falls in the same partition, whoever appends',
    async run({ here, there }) {
      await declare(here);
      const first = await here.append(numbered(0, 20, 20));
      const again = await there.append(numbered(20, 40, 20));
      expect(again.map((position) => position.partition)).toEqual(first.map((position) => position.partition));
      expect(new Set(first.map((position) => position.partition)).size).toBeGreaterThan(1);
    },
  },
  {
    name: 'offsets count from 0 without gaps when many append at once, and each key keeps its order',
    async run({ here, there }) {
      await declare(here);
      const batches = Array.from({ length: 20 }, (_, batch) => numbered(batch * 10, batch * 10 + 10));
      // Order is promised to those who wait for their append: each side appends its own keys, one batch after the other.
      const own = (side: number) => batches.map((batch) => batch.filter((record) => Number(record.value) % 2 === side));
      await Promise.all(
        [here, there].map(async (log, side) => {
          for (const batch of own(side)) await log.append(batch);
        }),
      );
      const partitions = await readAll(here);
      for (const records of partitions) {
        expect(records.map((record) => record.offset)).toEqual(records.map((_, index) => index));
        expectOrderPerKey(records);
      }
      const places = new Set(partitions.flat().map((record) => `${record.key} in ${record.partition}`));
      expect(places.size).toBe(10);
      expect(numbersOf(partitions.flat()).sort((one, other) => one - other)).toEqual([...Array(200).keys()]);
    },
  },
  {
    name: 'an undeclared topic is refused, and nothing of that append is written',
    async run({ here, there }) {
      await declare(here);
      const wrong = { topic: 'nowhere', key: 'k', eventId: 'e', value: '{}' };
      for (const log of [here, there]) await expect(log.append([...numbered(0, 1), wrong])).rejects.toThrow('nowhere');
      expect((await readAll(here)).flat()).toEqual([]);
    },
  },
  {
    name: 'topics that exist keep their partitions, and both handles may declare at once',
    async run({ here, there }) {
      await Promise.all([declare(here), declare(there)]);
      await there.declareTopics([
        { name: contractTopic, partitions: 9 },
        { name: 'others', partitions: 2 },
      ]);
      for (const log of [here, there]) {
        expect([...(await log.topics())].sort((one, other) => one.name.localeCompare(other.name))).toEqual([
          { name: 'others', partitions: 2 },
          { name: contractTopic, partitions: contractPartitions },
        ]);
      }
    },
  },
  {
    name: 'a slice ends at its limit and at the end of the partition',
    async run({ here }) {
      await declare(here);
      await here.append(numbered(0, 10, 1));
      const [record] = (await readAll(here)).flat();
      const at = { topic: contractTopic, partition: record?.partition ?? 0 };
      expect(numbersOf(await here.read({ ...at, offset: 3 }, 4))).toEqual([3, 4, 5, 6]);
      expect(numbersOf(await here.read({ ...at, offset: 8 }, 4))).toEqual([8, 9]);
      expect(await here.read({ ...at, offset: 10 }, 4)).toEqual([]);
    },
  },
];

const following: readonly ContractCase<EventLogFixture>[] = [
  {
    name: 'a live reader from the latest sees what comes later, from every handle, and nothing before',
    async run({ here, there }) {
      await declare(here);
      await here.append(numbered(0, 10));
      const seen = createCollector<LogRecord>();
      const handle = async (records: readonly LogRecord[]) => seen.add(records);
      await using _ = await here.follow({ topics: [contractTopic], from: 'latest', handle });
      await there.append(numbered(10, 20));
      await here.append(numbered(20, 30));
      await seen.until((records) => records.length >= 20);
      expectOrderPerKey(seen.items);
      expect(numbersOf(seen.items).sort((one, other) => one - other)).toEqual(numbersOf20(10));
    },
  },
  {
    name: 'a live reader starts at the offsets that it names',
    async run({ here, there }) {
      await declare(here);
      const positions = await there.append(numbered(0, 12, 1));
      const partition = positions[0]?.partition ?? 0;
      const seen = createCollector<LogRecord>();
      const from = new Map([[`${contractTopic}/${partition}`, 5]]);
      const handle = async (records: readonly LogRecord[]) => seen.add(records);
      await using _ = await there.follow({ topics: [contractTopic], from, handle });
      await seen.until((records) => records.length >= 7);
      expect(numbersOf(seen.items)).toEqual([5, 6, 7, 8, 9, 10, 11]);
    },
  },
  {
    name: 'a live reader whose handler throws gets the same records again',
    async run({ here }) {
      await declare(here);
      const seen = createCollector<LogRecord>();
      let failures = 1;
      const handle = async (records: readonly LogRecord[]) => {
        failures -= 1;
        if (failures >= 0) throw new Error('not yet');
        seen.add(records);
      };
      await using _ = await here.follow({ topics: [contractTopic], from: 'latest', handle });
      await here.append(numbered(0, 3, 1));
      await seen.until((records) => records.length >= 3);
      expect(numbersOf(seen.items)).toEqual([0, 1, 2]);
    },
  },
  {
    name: 'a topic that is declared while a reader runs is read from its beginning',
    async run({ here, there }) {
      const seen = createCollector<LogRecord>();
      const handle = async (records: readonly LogRecord[]) => seen.add(records);
      await using _ = await here.follow({ topics: [contractTopic], from: 'latest', handle });
      await declare(there);
      await there.append(numbered(0, 5));
      await seen.until((records) => records.length >= 5);
    },
  },
  {
    name: 'a commit wakes readers of every handle within 50 ms',
    async run({ here, there }) {
      await declare(here);
      for (const [reading, writing] of [
        [here, there],
        [there, here],
      ] as const) {
        expect(await bestMedianOfRounds(reading, writing)).toBeLessThanOrEqual(50);
      }
    },
  },
];

const numbersOf20 = (from: number) => Array.from({ length: 20 }, (_, index) => from + index);

const rounds = 5;
const samplesPerRound = 9;

/**
 * The time from the answer of `append` to the arrival at the reader. A busy machine adds to it and never takes away, so the
 * best of a few medians tells what the log does; one that looks every 100 ms never gets there.
 */
async function bestMedianOfRounds(reading: EventLog, writing: EventLog): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && best > 50; round += 1) {
    const seen = createCollector<LogRecord>();
    const handle = async (records: readonly LogRecord[]) => seen.add(records);
    await using _ = await reading.follow({ topics: [contractTopic], from: 'latest', handle });
    const samples: number[] = [];
    for (let sample = 1; sample <= samplesPerRound; sample += 1) {
      await writing.append(numbered(sample, sample + 1));
      const appendedAt = performance.now();
      await seen.until((records) => records.length >= sample);
      samples.push(performance.now() - appendedAt);
    }
    samples.sort((one, other) => one - other);
    best = Math.min(best, samples[Math.floor(samplesPerRound / 2)] ?? best);
  }
  return best;
}

/** Every promise of the port `EventLog` but those of consumer groups. */
export const eventLogContract = [...appending, ...following];
