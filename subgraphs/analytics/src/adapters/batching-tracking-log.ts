import type { EventLog } from '@meridian/platform/event-log/event-log';
import type { Logger } from '@meridian/platform/observability/logger';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import type { TrackingLog } from '../ports/tracking-log.ts';

/** A batch leaves when it is this full or this old. */
const fullAt = 500;
const oldAfterInMs = 200;
/** More than this is not kept while the log is away: tracking may lose events, the process may not lose its memory. */
const mostWaiting = 20_000;

type Dependencies = Readonly<{ log: Pick<EventLog, 'append'>; logger: Pick<Logger, 'warn'> }>;

const toRecord = ({ topic, event }: OutgoingEvent) => ({
  topic,
  key: event.partitionkey,
  eventId: event.id,
  value: JSON.stringify(event),
});

/** Collects tracking events for a moment and appends them in batches, in order. What the log refuses is tried again with the next batch. */
export function createBatchingTrackingLog({ log, logger }: Dependencies): TrackingLog {
  let waiting: OutgoingEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> = Promise.resolve();

  const send = async () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      await log.append(batch.map(toRecord));
    } catch (error) {
      waiting = [...batch, ...waiting].slice(-mostWaiting);
      logger.warn({ error, waiting: waiting.length }, 'Tracking events could not be appended. They wait.');
      startTimer();
    }
  };
  const flush = (): Promise<void> => {
    flushing = flushing.then(send);
    return flushing;
  };
  const startTimer = () => {
    timer ??= setTimeout(flush, oldAfterInMs).unref();
  };
  return {
    add(events) {
      waiting.push(...events.slice(0, Math.max(0, mostWaiting - waiting.length)));
      if (waiting.length >= fullAt) void flush();
      else startTimer();
    },
    flush,
  };
}
