/** A record to append. The log keeps the order of records that share topic and key. */
export type NewRecord = Readonly<{ topic: string; key: string; eventId: string; value: string }>;

/** Where a record lies. Offsets count from 0 per topic and partition, without gaps; the oldest may be deleted. */
export type Position = Readonly<{ topic: string; partition: number; offset: number }>;

/** A record as a consumer receives it. `appendedAt` is an instant in epoch milliseconds. */
export type LogRecord = NewRecord & Position & Readonly<{ appendedAt: number }>;

/** How far a group is behind on one partition: `end` is the next offset to be written, `lag = end - committed`. */
export type GroupLag = Readonly<{
  group: string;
  topic: string;
  partition: number;
  committed: number;
  end: number;
  lag: number;
}>;

/** A consumer that runs until it is closed. */
export interface Consumption extends AsyncDisposable {
  /** Stops fetching, waits for the batch in hand, commits its offset, leaves the group. */
  close(): Promise<void>;
}

export type ConsumeOptions = Readonly<{
  /** Members of one group share its partitions; each partition has one member at a time, across processes. */
  group: string;
  topics: readonly string[];
  /** At most this many records in one batch. */
  maxBatch?: number;
  /**
   * Handles records of one partition, in order. When it resolves, the offset behind the last one is committed. When it
   * throws, the same batch is delivered again later: at least once, never skipped.
   */
  handle: (records: readonly LogRecord[]) => Promise<void>;
}>;

export type FollowOptions = Readonly<{
  topics: readonly string[];
  /** `latest` starts behind the last record of each partition. Otherwise the next offset wanted, per `topic/partition`. */
  from: 'latest' | ReadonlyMap<string, number>;
  handle: (records: readonly LogRecord[]) => Promise<void>;
}>;

/**
 * A durable log, partitioned by key, with consumer groups.
 *
 * Guarantees, held by `testkit/event-log.contract.ts` over every adapter:
 * - a record is durable once `append` has resolved;
 * - records of one topic and key keep their order; a key always falls in the same partition;
 * - every group receives every record at least once; a killed member's partitions go to another within its session timeout;
 * - a commit in one process wakes consumers of another within 50 ms.
 */
export interface EventLog extends AsyncDisposable {
  /** Declares topics; those that exist keep their partition count. Appending to an undeclared topic throws. */
  declareTopics(topics: readonly Readonly<{ name: string; partitions: number }>[]): Promise<void>;
  /** Appends in the given order, all or nothing. Returns each record's position. */
  append(records: readonly NewRecord[]): Promise<Position[]>;
  /** Starts a member of a consumer group; a new group starts at the oldest record. */
  consume(options: ConsumeOptions): Promise<Consumption>;
  /** Starts a live reader: all partitions, no group, no committed offsets, for replicas that serve sockets. */
  follow(options: FollowOptions): Promise<Consumption>;
  /** Reads a slice of a partition for replay and inspection: up to `limit` records at `from` and behind it. */
  read(from: Position, limit: number): Promise<LogRecord[]>;
  /**
   * Deletes the records of a partition before a position, for good. What is left keeps its offsets. Whoever would read from before,
   * a group or a live reader, goes on with the oldest that is left; a group that has nothing left to read has caught up.
   */
  forget(before: Position): Promise<void>;
  /** The lag of every group, or of one, per partition. */
  lag(group?: string): Promise<GroupLag[]>;
  /** Moves a group's committed offset. Used by replay; the group must have no running member of that partition. */
  seek(group: string, position: Position): Promise<void>;
  topics(): Promise<readonly Readonly<{ name: string; partitions: number }>[]>;
  close(): Promise<void>;
}
