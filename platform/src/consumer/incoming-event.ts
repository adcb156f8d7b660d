import { z } from 'zod';
import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { LogRecord } from '../event-log/event-log.ts';
import type { EventHandler } from './effect-consumer.ts';

/** What a group does with a record. */
export type Incoming =
  | Readonly<{ kind: 'apply'; record: LogRecord; event: CloudEvent; handler: EventHandler }>
  /** A version that no handler of this release knows, of a type that one does. */
  | Readonly<{ kind: 'park'; record: LogRecord; event: CloudEvent }>
  /** Not an event, or data that its schema refuses. Trying again cannot help. */
  | Readonly<{ kind: 'refuse'; record: LogRecord; cause: Error }>
  /** A type that is nothing to this group. */
  | Readonly<{ kind: 'ignore' }>;

/** Sorts records for one group. */
export type Classify = (record: LogRecord) => Incoming;

const envelope = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  type: z.string().min(1),
  time: z.string(),
  subject: z.string(),
  dataschema: z.string(),
});

/** @throws Error when two handlers claim the same version of a type on one topic */
export function createClassifier(handlers: readonly EventHandler[]): Classify {
  const bySchema = new Map<string, EventHandler>();
  const types = new Set(handlers.map((handler) => `${handler.topic} ${handler.type}`));
  for (const handler of handlers) {
    const key = `${handler.topic} ${handler.type}/${handler.version}`;
    if (bySchema.has(key)) throw new Error(`Two handlers for ${key} in one group.`);
    bySchema.set(key, handler);
  }
  return (record) => {
    const event = readEnvelope(record.value);
    if (event instanceof Error) return { kind: 'refuse', record, cause: event };
    if (!types.has(`${record.topic} ${event.type}`)) return { kind: 'ignore' };
    const handler = bySchema.get(`${record.topic} ${event.dataschema}`);
    if (!handler) return { kind: 'park', record, event };
    const data = handler.schema.safeParse(event.data);
    if (!data.success) return { kind: 'refuse', record, cause: data.error };
    return { kind: 'apply', record, event: { ...event, data: data.data }, handler };
  };
}

function readEnvelope(value: string): CloudEvent | Error {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const checked = envelope.safeParse(parsed);
  return checked.success ? (parsed as CloudEvent) : checked.error;
}
