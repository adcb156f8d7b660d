import type { Alert } from '../domain/price-watch.ts';

/** The inbox of everybody, to read. */
export interface AlertReader {
  /** Alerts of a person behind a number, in order; at most `limit`. */
  after(userId: string, of: Readonly<{ sequence: number; limit: number }>): Promise<Alert[]>;
}

/** The inbox of everybody, within a transaction. */
export interface AlertBook extends AlertReader {
  /** Writes alerts and gives each the next number of its person, in the given order. */
  append(drafts: readonly Omit<Alert, 'sequence'>[]): Promise<Alert[]>;
  /** Marks unread ones as read: these, or all up to a number. Returns how many changed. */
  markRead(userId: string, of: Readonly<{ ids: readonly string[]; upTo: number | null; at: number }>): Promise<number>;
  /** Sets when each was first delivered (epoch milliseconds, by alert id), where it is not set. */
  markDelivered(deliveredAt: ReadonlyMap<string, number>): Promise<void>;
  removeOf(userId: string): Promise<void>;
  /** Forgets at most `limit` alerts that are older than an instant. Returns how many are gone. */
  prune(before: number, limit: number): Promise<number>;
}
