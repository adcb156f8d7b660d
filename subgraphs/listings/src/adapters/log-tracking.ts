import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { EventFactory } from '@meridian/platform/event-log/create-event';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import type { Logger } from '@meridian/platform/observability/logger';
import { type BatchBounds, createBoundedBatches } from '@meridian/platform/streams/bounded-batches';
import type { DataOf } from '@meridian/schema/events/define-event';
import { listingViewed, searchPerformed } from '@meridian/schema/events/tracking';
import type { Tracking } from '../ports/tracking.ts';

/** When the log stands still, tracking is the first to give way. */
const bounds: BatchBounds = { largestBatch: 500, longestWaitInMs: 250, mostHeld: 20_000 };

/** What tracking is sent with. */
export type LogTrackingDeps = Readonly<{ log: Pick<EventLog, 'append'>; createEvent: EventFactory; logger: Logger }>;

/** Sends tracking to the log in batches, in the background. */
export interface BatchedTracking extends Tracking {
  /** Resolves when what was told before the call is in the log, or was refused by it once more and still waits. */
  flush(): Promise<void>;
  /** Sends what waits; what the log refuses now is lost. */
  close(): Promise<void>;
}

/** Searches have no aggregate; those of one place share a key, so that keys spread over the partitions. */
const subjectOf = (data: DataOf<typeof searchPerformed>): string =>
  `${data.kind}:${data.origin ?? data.city ?? data.destination ?? 'anywhere'}`;

const toRecord = (event: CloudEvent) => ({
  topic: 'tracking',
  key: event.partitionkey,
  eventId: event.id,
  value: JSON.stringify(event),
});

/**
 * Tracking over the event log, without outbox: the one topic that may lose events. It does so when the process dies, and when the log
 * stands still for so long that {@link bounds} is reached; then the loss is counted and logged.
 */
export function createLogTracking({ log, createEvent, logger }: LogTrackingDeps): BatchedTracking {
  const batches = createBoundedBatches<CloudEvent>({
    send: async (events) => void (await log.append(events.map(toRecord))),
    logger: logger.child({ topic: 'tracking' }),
    bounds,
  });
  return {
    searchPerformed: (data) =>
      void batches.add(createEvent({ ...searchPerformed, subject: subjectOf(data), sequence: 1, data })),
    listingViewed: (data) =>
      void batches.add(createEvent({ ...listingViewed, subject: data.listingId, sequence: 1, data })),
    flush: batches.flush,
    close: batches.close,
  };
}
