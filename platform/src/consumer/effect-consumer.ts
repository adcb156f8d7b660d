import type { z } from 'zod';
import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { SqlTransaction } from '../sql/sql-database.ts';

/**
 * What a service does with one version of one event type. `apply` runs in the transaction that also writes the inbox: it must
 * do nothing but change this database and add to this outbox. It gets the fresh events of one batch in log order, one or many:
 * bulk statements are welcome. A throw rolls all of it back and it is tried again.
 */
export type EventHandler<Data = never> = Readonly<{
  topic: string;
  type: string;
  version: number;
  /** Validates `data`; an event that does not fit goes to the dead letters. */
  schema: z.ZodType<Data>;
  apply: (transaction: SqlTransaction, events: readonly CloudEvent<Data>[]) => Promise<void>;
}>;

/** Lets the compiler infer `Data` from the schema, then forgets it so that handlers can stand in one list. */
export const eventHandler = <Data>(handler: EventHandler<Data>): EventHandler => handler as unknown as EventHandler;
