import type { SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';

/** How far a stream goes: its last position, and the last one that is no longer kept. Both 0 for an empty stream. */
export type StreamExtent = Readonly<{ position: number; prunedThrough: number }>;

/**
 * Streams with gapless positions from 1. A position is assigned in the transaction that writes the item and holds the stream's row
 * until the commit, so a lower position never becomes visible after a higher one.
 */
export interface Streams {
  /** One life of the data: cursors of another one are foreign. */
  epoch(executor: SqlExecutor): Promise<string>;
  extent(executor: SqlExecutor, stream: string): Promise<StreamExtent>;
  /** Takes the next positions. Returns the first. */
  take(transaction: SqlTransaction, stream: string, count: number): Promise<number>;
  /** Tells that positions up to one are no longer kept. */
  pruned(transaction: SqlTransaction, stream: string, through: number): Promise<void>;
}

export const dealStream = 'deals';
export const alertStream = (userId: string): string => `alerts:${userId}`;
