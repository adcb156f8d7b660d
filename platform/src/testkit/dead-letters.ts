import { join } from 'node:path';
import { toDeadLetter } from '../consumer/dead-letters.ts';
import type { NewRecord } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite-event-log.ts';
import { silentLogger } from '../observability/logger.ts';
import { createManualClock } from '../time/manual-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A log on a fresh folder, with `orders` and `bills` and the topics of their dead letters. */
export async function openLogOfLetters() {
  const folder = await temporaryFolder('dead-letters');
  const file = join(folder.path, 'log.db');
  const open = () => openSqliteEventLog({ file, clock: createManualClock(0), logger: silentLogger });
  const log = await open();
  const topics = ['orders', 'orders.dlq', 'bills', 'bills.dlq'];
  await log.declareTopics(topics.map((name) => ({ name, partitions: 1 })));
  return {
    log,
    /** The same log as another process has it. */
    again: open,
    async [Symbol.asyncDispose]() {
      await log.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The letter of an event at an offset of a topic, given up at that time. */
export function letterOf(offset: number, { topic = 'orders', now = 0 } = {}): NewRecord {
  const record = { topic, partition: 0, offset, key: 'key', eventId: `evt_${offset}`, value: '{}' };
  return toDeadLetter({ ...record, appendedAt: 0 }, { group: 'shop', cause: new Error('broken'), attempts: 5, now });
}

/** What other tools may leave among the dead letters of `orders`: no JSON, JSON of another kind, and letters that are not quite right. */
export const foreignRecords: readonly string[] = [
  '',
  'moved by hand',
  'null',
  '{"error":"timeout"}',
  JSON.stringify({ ...JSON.parse(letterOf(1).value), failedAt: 1e300 }),
  JSON.stringify({ ...JSON.parse(letterOf(1).value), group: undefined }),
  letterOf(1, { topic: 'bills' }).value,
];
