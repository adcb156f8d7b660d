import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { SqlTransaction } from '../sql/sql-database.ts';

/** An event on its way out: the topic it goes to and the event. */
export type OutgoingEvent = Readonly<{ topic: string; event: CloudEvent }>;

/**
 * The owner's outbox table. Rows are written in the transaction of the change that they tell of; the relay moves them to the
 * event log after the commit, in order per key.
 */
export interface Outbox {
  /** Puts events into the outbox, in order. They leave after the commit of `transaction`, or not at all. */
  add(transaction: SqlTransaction, events: readonly OutgoingEvent[]): Promise<void>;
}

/** How one outbox stands. Instants in epoch milliseconds. */
export type OutboxState = Readonly<{
  /** How many events were committed and are not in the log yet. */
  waiting: number;
  /** When the first of them was added; `undefined` when none waits. */
  oldestWaitingAt: number | undefined;
  /** When the last one left. Known for an hour at least; `undefined` when nothing has left for longer. */
  lastPublishedAt: number | undefined;
}>;

/** Looks into one outbox, whoever publishes what is in it, and also when nobody does. */
export interface OutboxMonitor {
  state(): Promise<OutboxState>;
}

/** Moves rows of one outbox to the event log until it is closed. Any number may run, in any number of processes. */
export interface OutboxRelay extends AsyncDisposable {
  /** Rows that wait to be published. */
  pending(): Promise<number>;
  /** Resolves when every row that was committed before the call is in the log. */
  drain(): Promise<void>;
  close(): Promise<void>;
}
