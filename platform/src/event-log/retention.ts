import type { Clock } from '../time/clock.ts';
import { systemTicker, type Ticker } from '../time/ticker.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { EventLog, LogRecord } from './event-log.ts';

/** For how long the records of a topic are kept, in milliseconds. */
export type KeptFor = (topic: string) => number;

/** What deleting old records works with. */
export type RetentionDeps = Readonly<{
  log: Pick<EventLog, 'topics' | 'read' | 'lag' | 'forget'>;
  clock: Clock;
  keptFor: KeptFor;
  /** Aborted when there is no more time: what is not deleted yet waits for the next run. */
  signal?: AbortSignal;
}>;

/** How many records are deleted at once: the log has one writer at a time, and nobody should wait for this. */
const partSize = 500;

/** The oldest records that are older than they need to be and that every group has handled. */
function dispensable(records: readonly LogRecord[], bound: Readonly<{ appendedAt: number; offset: number }>) {
  const isNeeded = (record: LogRecord) => record.appendedAt >= bound.appendedAt || record.offset >= bound.offset;
  const firstNeeded = records.findIndex(isNeeded);
  return firstNeeded === -1 ? records : records.slice(0, firstNeeded);
}

async function forgetPartition(
  { log, clock, keptFor, signal }: RetentionDeps,
  { topic, partition, committed }: Readonly<{ topic: string; partition: number; committed: number }>,
): Promise<number> {
  const bound = { appendedAt: clock.now() - keptFor(topic), offset: committed };
  const start = { topic, partition, offset: 0 };
  let deleted = 0;
  // Most partitions have nothing to delete: one record tells.
  for (let size = 1; signal?.aborted !== true; size = partSize) {
    const old = dispensable(await log.read(start, size), bound);
    const last = old.at(-1);
    if (!last) break;
    await log.forget({ topic, partition, offset: last.offset + 1 });
    deleted += old.length;
  }
  return deleted;
}

/**
 * Deletes records that are older than they are kept for, in small parts, but none that a consumer group has not handled yet, however
 * far it is behind. Any number of processes may do so. Returns how many records were deleted.
 */
export async function forgetOldRecords(deps: RetentionDeps): Promise<number> {
  const slowest = new Map<string, number>();
  for (const { topic, partition, committed } of await deps.log.lag()) {
    const place = `${topic}/${partition}`;
    slowest.set(place, Math.min(slowest.get(place) ?? committed, committed));
  }
  let deleted = 0;
  for (const { name: topic, partitions } of await deps.log.topics()) {
    for (let partition = 0; partition < partitions; partition += 1) {
      const committed = slowest.get(`${topic}/${partition}`) ?? Number.POSITIVE_INFINITY;
      deleted += await forgetPartition(deps, { topic, partition, committed });
    }
  }
  return deleted;
}

const hourInMs = 3_600_000;

/** Deletes old records now and once an hour, until it is closed. Closing waits for the part in hand. */
export function startRetention(
  deps: Omit<RetentionDeps, 'signal'> & Readonly<{ logger: Diagnostics; ticker?: Ticker }>,
): AsyncDisposable {
  const { logger, ticker = systemTicker } = deps;
  const closing = new AbortController();
  let running: Promise<void> | undefined;
  const run = async () => {
    try {
      const deleted = await forgetOldRecords({ ...deps, signal: closing.signal });
      if (deleted > 0) logger.info({ deleted }, 'Old records of the event log were deleted.');
    } catch (error) {
      logger.warn({ error }, 'Old records of the event log could not be deleted. The next hour tries again.');
    }
    running = undefined;
  };
  const begin = () => {
    running ??= run();
  };
  begin();
  const stop = ticker.every(hourInMs, begin);
  return {
    async [Symbol.asyncDispose]() {
      stop();
      closing.abort();
      await running;
    },
  };
}
