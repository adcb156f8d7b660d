import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { Consumption, EventLog, LogRecord } from '@meridian/platform/event-log/event-log';
import { dealPublished, watchTriggered } from '@meridian/schema/events/deals';
import type { LiveHub } from '../ports/live-hub.ts';
import { alertStream, dealStream } from '../ports/streams.ts';

/** The stream that a record tells of: its rows were committed before the record was appended. */
function streamOf(record: LogRecord): string | undefined {
  const event = JSON.parse(record.value) as CloudEvent;
  if (event.type === dealPublished.type) return dealStream;
  if (event.type !== watchTriggered.type) return undefined;
  const triggered = watchTriggered.schema.safeParse(event.data);
  return triggered.success ? alertStream(triggered.data.userId) : undefined;
}

/**
 * Wakes this process's subscriptions for what other replicas wrote. Every replica that serves sockets reads all partitions,
 * without effects; the items themselves are read from SQL.
 */
export const startLiveReader = ({ log, hub }: { log: EventLog; hub: LiveHub }): Promise<Consumption> =>
  log.follow({
    topics: [watchTriggered.topic, dealPublished.topic],
    from: 'latest',
    async handle(records) {
      for (const stream of new Set(records.map(streamOf))) if (stream !== undefined) hub.wake(stream);
    },
  });
