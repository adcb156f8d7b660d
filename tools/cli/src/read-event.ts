import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { EventLog, LogRecord } from '@meridian/platform/event-log/event-log';

/** The event in a record; `undefined` when it holds something else, such as a dead letter. A reader must not fall over it. */
export function eventIn(record: LogRecord): CloudEvent | undefined {
  try {
    const value: unknown = JSON.parse(record.value);
    return typeof value === 'object' && value !== null && 'specversion' in value ? (value as CloudEvent) : undefined;
  } catch {
    return undefined;
  }
}

const pageSize = 1_000;

/** Every record of the log, partition by partition, in pages: the log may be larger than memory. */
export async function* allRecords(log: EventLog): AsyncGenerator<LogRecord> {
  for (const { name: topic, partitions } of await log.topics()) {
    for (let partition = 0; partition < partitions; partition += 1) {
      for (let offset = 0, isMore = true; isMore; ) {
        const records = await log.read({ topic, partition, offset }, pageSize);
        yield* records;
        isMore = records.length === pageSize;
        // Not a page further: the oldest may have been deleted, and the first page begins behind them.
        offset = (records.at(-1)?.offset ?? offset) + 1;
      }
    }
  }
}
