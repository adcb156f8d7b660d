import type { Ids } from '../ids/ids.ts';
import type { Clock } from '../time/clock.ts';
import type { CloudEvent } from './cloud-event.ts';

/** What the maker of an event says about it. The rest of the envelope follows. */
export type EventInput<Data> = Readonly<{
  type: string;
  version: number;
  /** The aggregate's id, also the partition key. */
  subject: string;
  /** The aggregate's version after this event, from 1. */
  sequence: number;
  data: Data;
  /** When it happened, ISO 8601 in UTC. Now, unless given. */
  time?: string;
  causationid?: string;
  traceparent?: string;
}>;

/** Makes CloudEvents of one service. */
export type EventFactory = <Data>(input: EventInput<Data>) => CloudEvent<Data>;

/** @param deps.source for example `/meridian/bookings` */
export function createEventFactory(deps: { source: string; clock: Clock; ids: Ids }): EventFactory {
  return (input) => ({
    specversion: '1.0',
    id: deps.ids.next('evt'),
    source: deps.source,
    type: input.type,
    time: input.time ?? new Date(deps.clock.now()).toISOString(),
    subject: input.subject,
    datacontenttype: 'application/json',
    dataschema: `${input.type}/${input.version}`,
    partitionkey: input.subject,
    sequence: input.sequence,
    ...(input.traceparent === undefined ? {} : { traceparent: input.traceparent }),
    ...(input.causationid === undefined ? {} : { causationid: input.causationid }),
    data: input.data,
  });
}
