import type { z } from 'zod';

/** A version of an event type: where it goes, what it means, and what its data must look like on both sides. */
export type EventType<Data = unknown> = Readonly<{
  type: string;
  version: number;
  topic: string;
  /** One sentence for the reader of `asyncapi.yaml`. */
  description: string;
  schema: z.ZodType<Data>;
}>;

/** Declares an event type and keeps the type of its data. */
export const defineEvent = <Data>(event: EventType<Data>): EventType<Data> => event;

/** The data of an event type, for handlers and publishers. */
export type DataOf<Event> = Event extends EventType<infer Data> ? Data : never;
