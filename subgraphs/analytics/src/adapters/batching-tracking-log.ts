import type { EventLog } from '@meridian/platform/event-log/event-log';
import type { Logger } from '@meridian/platform/observability/logger';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import { type BatchBounds, createBoundedBatches } from '@meridian/platform/streams/bounded-batches';
import type { TrackingLog } from '../ports/tracking-log.ts';

/** Tracking may lose events while the log stands still; the process may not lose its memory. */
const defaultBounds: BatchBounds = { largestBatch: 500, longestWaitInMs: 200, mostHeld: 20_000 };

type Dependencies = Readonly<{ log: Pick<EventLog, 'append'>; logger: Logger; bounds?: BatchBounds | undefined }>;

const toRecord = ({ topic, event }: OutgoingEvent) => ({
  topic,
  key: event.partitionkey,
  eventId: event.id,
  value: JSON.stringify(event),
});

/** Appends tracking events to the log in batches, in order, in the background. What is lost is counted and logged. */
export function createBatchingTrackingLog({ log, logger, bounds = defaultBounds }: Dependencies): TrackingLog {
  const batches = createBoundedBatches<OutgoingEvent>({
    send: async (events) => void (await log.append(events.map(toRecord))),
    logger: logger.child({ topic: 'tracking' }),
    bounds,
  });
  return {
    add: (events) => events.filter(batches.add).length,
    flush: batches.flush,
    close: batches.close,
  };
}
