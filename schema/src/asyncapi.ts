import { stringify } from 'yaml';
import { z } from 'zod';
import type { EventType } from '../events/define-event.ts';
import { eventTypes, topics } from '../events/registry.ts';

type Json = Readonly<Record<string, unknown>>;
type Topic = (typeof topics)[number];

/** `booking.confirmed` version 1 → `booking.confirmed.v1`. */
const messageName = (event: EventType): string => `${event.type}.v${event.version}`;

const reference = (path: string): Json => ({ $ref: `#/${path}` });

function dataSchemaOf(event: EventType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(event.schema, { target: 'draft-7', io: 'input' });
  return schema;
}

/** The envelope. Source: CloudEvents 1.0.2, JSON format; the comments of `platform/event-log/cloud-event.ts` say what is ours. */
const envelope: Json = {
  type: 'object',
  description: 'CloudEvents 1.0 in JSON, with the extensions that Meridian uses.',
  required: [
    'specversion',
    'id',
    'source',
    'type',
    'time',
    'subject',
    'datacontenttype',
    'dataschema',
    'partitionkey',
    'sequence',
    'data',
  ],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', description: 'Unique for ever; consumers recognise a second delivery by it.' },
    source: { type: 'string', description: 'The service that published it, as `/meridian/<service>`.' },
    type: { type: 'string' },
    time: { type: 'string', format: 'date-time', description: 'When it happened, in UTC.' },
    subject: { type: 'string', description: "The aggregate's id." },
    datacontenttype: { const: 'application/json' },
    dataschema: { type: 'string', description: '`<type>/<version>`.' },
    partitionkey: { type: 'string', description: "The aggregate's id: order holds per aggregate." },
    sequence: { type: 'integer', minimum: 1, description: "The aggregate's version after this event." },
    traceparent: { type: 'string', description: 'W3C trace context of the request that caused it.' },
    causationid: { type: 'string', description: 'The id of the event or command that caused it.' },
    data: {},
  },
};

const messageOf = (event: EventType): Json => ({
  name: messageName(event),
  title: `${event.type}, version ${event.version}`,
  summary: event.description,
  contentType: 'application/cloudevents+json',
  payload: {
    allOf: [
      reference('components/schemas/CloudEvent'),
      {
        type: 'object',
        properties: {
          type: { const: event.type },
          dataschema: { const: `${event.type}/${event.version}` },
          data: reference(`components/schemas/${messageName(event)}`),
        },
      },
    ],
  },
});

const channelOf = (topic: Topic, events: readonly EventType[]): Json => ({
  address: topic.name,
  description: 'Order holds per aggregate, whose id is the key.',
  messages: Object.fromEntries(
    events.map((event) => [messageName(event), reference(`components/messages/${messageName(event)}`)]),
  ),
  bindings: { kafka: { topic: topic.name, partitions: topic.partitions } },
});

const channelName = (topic: Topic): string => topic.name.replaceAll('.', '-');

function operationsOf(topic: Topic, events: readonly EventType[]): [string, Json][] {
  const channel = `channels/${channelName(topic)}`;
  return events.map((event) => [
    `publish-${messageName(event)}`,
    {
      action: 'send',
      channel: reference(channel),
      summary: event.description,
      messages: [reference(`${channel}/messages/${messageName(event)}`)],
    },
  ]);
}

/** Describes the events as an AsyncAPI 3.0 object. Source: https://www.asyncapi.com/docs/reference/specification/v3.0.0 */
export function asyncApiOf(events: readonly EventType[], allTopics: readonly Topic[]): Json {
  const of = (topic: Topic) => events.filter((event) => event.topic === topic.name);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Meridian events',
      version: '1.0.0',
      description:
        'What happens in Meridian, as events. A version of an event never changes; a new one stands beside it.',
      license: { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(allTopics.map((topic) => [channelName(topic), channelOf(topic, of(topic))])),
    operations: Object.fromEntries(allTopics.flatMap((topic) => operationsOf(topic, of(topic)))),
    components: {
      messages: Object.fromEntries(events.map((event) => [messageName(event), messageOf(event)])),
      schemas: {
        CloudEvent: envelope,
        ...Object.fromEntries(events.map((event) => [messageName(event), dataSchemaOf(event)])),
      },
    },
  };
}

/** `asyncapi.yaml`. */
export const asyncApiDocument = (): string =>
  stringify(asyncApiOf(eventTypes, topics), { aliasDuplicateObjects: false, lineWidth: 120 });
