import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { SqlDatabase } from '../sql/sql-database.ts';

/** One replica of a service: its handles on the service's database (with the platform's tables) and on the log. */
export type ServiceNode = Readonly<{ database: SqlDatabase; log: EventLog }>;

/** Two replicas of one service, in one process or in two. */
export type ServiceFixture = Readonly<{ here: ServiceNode; there: ServiceNode }>;

export const eventTopic = 'orders';
const eventPartitions = 4;

/** Event number `n`, of one of a few aggregates. */
export function orderEvent(n: number, change: Partial<CloudEvent> = {}): CloudEvent<unknown> {
  const subject = `ord_${n % 5}`;
  return {
    specversion: '1.0',
    id: `evt_${n}`,
    source: '/meridian/contract',
    type: 'order.placed',
    time: '2026-11-20T12:00:00.000Z',
    subject,
    datacontenttype: 'application/json',
    dataschema: 'order.placed/1',
    partitionkey: subject,
    sequence: n + 1,
    data: { n },
    ...change,
  };
}

/** Event numbers `from` to `to` (exclusive). */
export const orderEvents = (from: number, to: number): CloudEvent[] =>
  Array.from({ length: to - from }, (_, index) => orderEvent(from + index));

/** Declares the topic of the suites. */
export const declareOrders = (log: EventLog): Promise<void> =>
  log.declareTopics([{ name: eventTopic, partitions: eventPartitions }]);

/** Appends events as a relay would. */
export const appendEvents = (log: EventLog, events: readonly CloudEvent[]) =>
  log.append(
    events.map((event) => ({
      topic: eventTopic,
      key: event.partitionkey,
      eventId: event.id,
      value: JSON.stringify(event),
    })),
  );

/** Every event in the log, partition by partition, in the order of each. */
export async function eventsInLog(log: EventLog): Promise<CloudEvent[]> {
  const events: CloudEvent[] = [];
  for (let partition = 0; partition < eventPartitions; partition += 1) {
    const records = await log.read({ topic: eventTopic, partition, offset: 0 }, 10_000);
    events.push(...records.map((record) => JSON.parse(record.value) as CloudEvent));
  }
  return events;
}

/** The ids in the order in which they first come, per subject joined: what a consumer with an inbox would see. */
export function firstsPerSubject(events: readonly CloudEvent[]): Map<string, number[]> {
  const seen = new Set<string>();
  const bySubject = new Map<string, number[]>();
  for (const event of events) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event.sequence]);
  }
  return bySubject;
}
