import type { LogPositions } from '../domain/log-positions.ts';

/** An event as it came, with its place in the log. `value` is the CloudEvent as JSON text. */
export type RawEvent = Readonly<{
  eventId: string;
  topic: string;
  partition: number;
  offset: number;
  type: string;
  subject: string;
  /** When the log took it, epoch milliseconds. */
  appendedAt: number;
  value: string;
}>;

/** A slice of a partition: offsets from `from` to before `to`. */
export type RawSlice = Readonly<{ topic: string; partition: number; from: number; to: number; limit: number }>;

/** An event that this release cannot read, until one comes that can. */
export type ParkedRecord = Readonly<{ eventId: string; topic: string; key: string; dataschema: string; value: string }>;

/**
 * The events of every topic as they came, kept for some days. Made for a store without transactions over several documents: each
 * event is written alone, under its id, and a second delivery changes nothing.
 */
export interface RawEvents {
  /**
   * Keeps those events that are not there yet, and answers for each, in order, whether it stands at the very position given. An
   * event that was appended to the log twice has two positions, and only the first one counts. Delivered again at that position,
   * the answer is yes again.
   */
  keepFirst(events: readonly RawEvent[]): Promise<boolean[]>;
  /** Events of one partition, in order. */
  slice(slice: RawSlice): Promise<RawEvent[]>;
  /** From which offset on events are kept, for the partitions of which some were forgotten. */
  horizons(): Promise<LogPositions>;
  /**
   * Forgets the content of at most `limit` events that the log took before an instant (epoch milliseconds), the oldest first, and
   * moves the horizons past them. Their ids stay known. Answers how many.
   */
  forgetContent(before: number, limit: number): Promise<number>;
  /** Forgets also the ids of at most `limit` events without content: what comes again after that counts again. Answers how many. */
  forgetIds(before: number, limit: number): Promise<number>;
  /** Names this life of the data: the same for ever, in all processes. */
  epoch(): Promise<string>;
  /** Remembers records for a later release; those that are there already stay. */
  park(records: readonly ParkedRecord[]): Promise<void>;
  /** Parked records in the order of their ids, at most `limit`, behind an id. */
  parked(page: Readonly<{ after: string | undefined; limit: number }>): Promise<ParkedRecord[]>;
  unpark(eventIds: readonly string[]): Promise<void>;
}
