import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { EventLog } from '../event-log/event-log.ts';

/** Appends events to the log as the relays of other services do. */
export const appendTo = (log: EventLog, events: readonly Readonly<{ topic: string; event: CloudEvent }>[]) =>
  log.append(
    events.map(({ topic, event }) => ({
      topic,
      key: event.partitionkey,
      eventId: event.id,
      value: JSON.stringify(event),
    })),
  );

/** Every event of a topic, in the order of their ids: of sequential ids, the oldest first. */
export async function readTopic(log: EventLog, topic: string): Promise<CloudEvent[]> {
  const { partitions = 0 } = (await log.topics()).find(({ name }) => name === topic) ?? {};
  const slices = await Promise.all(
    Array.from({ length: partitions }, (_, partition) => log.read({ topic, partition, offset: 0 }, 1000)),
  );
  const events = slices.flat().map(({ value }) => JSON.parse(value) as CloudEvent);
  return events.sort((left, right) => (left.id < right.id ? -1 : 1));
}
