import type { SqlTransaction } from '../sql/sql-database.ts';

/**
 * The owner's inbox table: which events a consumer group has applied. Written in the transaction of the effect, so an event
 * that is delivered twice has its effect once.
 */
export interface Inbox {
  /** Records the ids and returns those that are new to `group`, in the given order. */
  claim(transaction: SqlTransaction, group: string, eventIds: readonly string[]): Promise<string[]>;
}
