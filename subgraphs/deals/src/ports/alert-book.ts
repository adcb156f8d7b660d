import type { SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { Alert } from '../domain/price-watch.ts';

/** The inbox of everybody. */
export interface AlertBook {
  /** Writes alerts and gives each the next number of its person, in the given order. */
  append(transaction: SqlTransaction, drafts: readonly Omit<Alert, 'sequence'>[]): Promise<Alert[]>;
  /** Alerts of a person behind a number, in order. */
  after(executor: SqlExecutor, userId: string, of: Readonly<{ sequence: number; limit: number }>): Promise<Alert[]>;
  /** Marks unread ones as read: these, or all up to a number. Returns how many changed. */
  markRead(
    transaction: SqlTransaction,
    userId: string,
    of: Readonly<{ ids: readonly string[]; upTo: number | null; at: number }>,
  ): Promise<number>;
  /** Sets when each was first delivered, where it is not set. */
  markDelivered(transaction: SqlTransaction, deliveredAt: ReadonlyMap<string, number>): Promise<void>;
  removeOf(transaction: SqlTransaction, userId: string): Promise<void>;
  /** Forgets at most `limit` alerts that are older than an instant. Returns how many are gone. */
  prune(transaction: SqlTransaction, before: number, limit: number): Promise<number>;
}
