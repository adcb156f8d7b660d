/** How far a stream goes: its last position, and the last one that is no longer kept. Both 0 for an empty stream. */
export type StreamExtent = Readonly<{ position: number; prunedThrough: number }>;

/**
 * Streams with gapless positions from 1. A position is assigned in the transaction that writes the item and nobody else can take
 * one before its commit, so a lower position never becomes visible after a higher one.
 */
export interface Streams {
  /** One life of the data: cursors of another one are foreign. */
  epoch(): Promise<string>;
  extent(stream: string): Promise<StreamExtent>;
}

/** The stream of everybody's deals. */
export const dealStream = 'deals';
/** The stream of one account's alerts. */
export const alertStream = (userId: string): string => `alerts:${userId}`;
