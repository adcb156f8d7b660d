import { backoffInMs } from '../consumer/backoff.ts';
import type { SqlDatabase } from '../sql/sql-database.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { LogRecord } from './event-log.ts';
import { readRecords, type Stream } from './log-store.ts';
import type { LogView } from './log-view.ts';
import { createWake } from './wake.ts';

/** What every reader of a stream needs of the log. */
export type LogReader = Readonly<{ database: SqlDatabase; view: LogView; logger: Diagnostics }>;

/** How one stream is read. */
export type StreamTask = Readonly<{
  stream: Stream;
  /** The first offset wanted. */
  from: number;
  maxBatch: number;
  handle: (records: readonly LogRecord[]) => Promise<void>;
  /** Called after `handle` with the offset behind the batch. `false` ends the worker: the stream has another reader. */
  commit: (offset: number) => Promise<boolean>;
}>;

/** Reads one stream in order until it is stopped or loses its stream. */
export interface StreamWorker {
  /** Looks whether there is something new. */
  wake(): void;
  /** Resolves when the batch in hand, if any, was handled and committed. */
  stop(): Promise<void>;
  /** Resolves when the worker has ended by itself or was stopped. */
  readonly ended: Promise<void>;
}

const retry = { baseDelayInMs: 50, maxDelayInMs: 5_000 };
/** Nobody needs this look: wakes are not lost. It bounds the harm should a file system lie about commits. */
const idleLookInMs = 5_000;

/** Starts a worker. A batch whose `handle` or `commit` throws is delivered again, whole, after a pause. */
export function startStreamWorker(log: LogReader, task: StreamTask): StreamWorker {
  const wake = createWake();
  const state = { running: true };

  const readNext = async (from: number): Promise<number> => {
    const end = log.view.end(task.stream.id);
    if (end <= from) {
      await wake.wait(idleLookInMs);
      return from;
    }
    const records = await readRecords(log.database, task.stream, { offset: from, limit: task.maxBatch });
    if (!state.running) return from;
    if (records.length > 0) await task.handle(records);
    // Without a record, all up to the end that was seen before the reading have been deleted: nothing is left to wait for.
    const next = (records.at(-1)?.offset ?? end - 1) + 1;
    if (!(await task.commit(next))) state.running = false;
    return next;
  };
  const run = async () => {
    let next = task.from;
    for (let failures = 0; state.running; ) {
      try {
        next = await readNext(next);
        failures = 0;
      } catch (error) {
        // A batch that its reader gave up because it is being stopped is no news.
        if (!state.running) return;
        failures += 1;
        const { topic, partition } = task.stream;
        const where = { topic, partition, offset: next };
        log.logger.warn({ error, ...where, failures }, 'A batch failed. It is delivered again.');
        await wake.wait(backoffInMs(retry, failures, 1));
      }
    }
  };

  const ended = run();
  return {
    wake: wake.wake,
    ended,
    async stop() {
      state.running = false;
      wake.wake();
      await ended;
    },
  };
}
