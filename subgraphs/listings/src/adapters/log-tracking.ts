import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { EventFactory } from '@meridian/platform/event-log/create-event';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import type { Logger } from '@meridian/platform/observability/logger';
import type { DataOf } from '@meridian/schema/events/define-event';
import { listingViewed, searchPerformed } from '@meridian/schema/events/tracking';
import type { Tracking } from '../ports/tracking.ts';

const longestWaitInMs = 250;
const largestBatch = 500;
/** When the log stands still, tracking is the first to give way: beyond this, events are dropped and counted. */
const largestQueue = 20_000;

export type LogTrackingDeps = Readonly<{ log: Pick<EventLog, 'append'>; createEvent: EventFactory; logger: Logger }>;

/** Sends tracking to the log in batches, in the background. */
export interface BatchedTracking extends Tracking {
  /** Sends what waits. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Searches have no aggregate; those of one place share a key, so that keys spread over the partitions. */
const subjectOf = (data: DataOf<typeof searchPerformed>): string =>
  `${data.kind}:${data.origin ?? data.city ?? data.destination ?? 'anywhere'}`;

/** Tracking over the event log, without outbox: the one topic that may lose its last second. */
export function createLogTracking(deps: LogTrackingDeps): BatchedTracking {
  let waiting: CloudEvent[] = [];
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();

  const append = async (events: readonly CloudEvent[]) => {
    const records = events.map((event) => ({
      topic: 'tracking',
      key: event.partitionkey,
      eventId: event.id,
      value: JSON.stringify(event),
    }));
    try {
      await deps.log.append(records);
    } catch (error) {
      deps.logger.warn({ error, events: events.length }, 'Tracking events could not be sent and are lost.');
    }
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (dropped > 0) deps.logger.warn({ dropped }, 'The log was too slow for tracking; events were dropped.');
    dropped = 0;
    if (batch.length > 0) sending = sending.then(() => append(batch));
    return sending;
  };
  const put = (event: CloudEvent) => {
    if (waiting.length >= largestQueue) {
      dropped += 1;
      return;
    }
    waiting.push(event);
    if (waiting.length === largestBatch) void flush();
    else timer ??= setTimeout(() => void flush(), longestWaitInMs);
  };
  return {
    searchPerformed: (data) =>
      put(deps.createEvent({ ...searchPerformed, subject: subjectOf(data), sequence: 1, data })),
    listingViewed: (data) => put(deps.createEvent({ ...listingViewed, subject: data.listingId, sequence: 1, data })),
    flush,
    close: flush,
  };
}
