import type { SqlTransaction } from '@meridian/platform/sql/sql-database';

/** What bookings last said of a slot. */
export type SlotStock = Readonly<{ resource: string; slot: string; capacity: number; taken: number }>;

/** Facts of other services, written by event handlers in their transaction. */
export interface Projections {
  putStock(transaction: SqlTransaction, slots: readonly SlotStock[]): Promise<void>;
  putAuthors(
    transaction: SqlTransaction,
    authors: readonly Readonly<{ userId: string; publicProfileId: string }>[],
  ): Promise<void>;
  forgetAuthors(transaction: SqlTransaction, userIds: readonly string[]): Promise<void>;
}
