import type { SqlDatabase, SqlTransaction, SqlValue } from '../sql/sql-database.ts';
import type { LogRecord, NewRecord, Position } from './event-log.ts';
import { partOf } from './key-hash.ts';

/** One partition of one topic. `end` is the next offset to be written. */
export type Stream = Readonly<{ id: number; topic: string; partition: number; end: number }>;

/** Partition counts and stream ids of the declared topics. */
export type TopicMap = ReadonlyMap<string, readonly Stream[]>;

// The rowid of a record: 2^20 streams of 2^32 records fit into the integers that a double holds exactly.
const recordsPerStream = 2 ** 32;
const recordId = (stream: number, offset: number) => stream * recordsPerStream + offset;

/** Adds the missing partitions' streams. A topic that exists keeps its count. */
export async function declareTopic(transaction: SqlTransaction, name: string, partitions: number): Promise<boolean> {
  if (!Number.isInteger(partitions) || partitions < 1 || partitions > 1024) {
    throw new RangeError(`Topic ${name} needs 1 to 1024 partitions, not ${partitions}.`);
  }
  const existing = await transaction.query('SELECT id FROM streams WHERE topic = ? LIMIT 1', [name]);
  if (existing.length > 0) return false;
  await transaction.executeMany(
    'INSERT INTO streams (topic, topic_partition) VALUES (?, ?)',
    Array.from({ length: partitions }, (_, partition) => [name, partition]),
  );
  return true;
}

type StreamRow = { id: number; topic: string; topic_partition: number; next_offset: number };

/** All streams, in the order of topic and partition. */
export async function readStreams(database: Pick<SqlDatabase, 'query'>): Promise<Stream[]> {
  const rows = await database.query<StreamRow>(
    'SELECT id, topic, topic_partition, next_offset FROM streams ORDER BY topic, topic_partition',
  );
  return rows.map((row) => ({ id: row.id, topic: row.topic, partition: row.topic_partition, end: row.next_offset }));
}

/** Groups streams by topic. */
export function toTopicMap(streams: readonly Stream[]): TopicMap {
  const topics = new Map<string, Stream[]>();
  for (const stream of streams) {
    const partitions = topics.get(stream.topic);
    if (partitions) partitions.push(stream);
    else topics.set(stream.topic, [stream]);
  }
  return topics;
}

/** The stream of a record. @throws Error when the topic was not declared */
export function streamOf(topics: TopicMap, topic: string, key: string): Stream {
  const partitions = topics.get(topic);
  const stream = partitions?.[partOf(key, partitions.length)];
  if (!stream) throw new Error(`Topic ${topic} is not declared. Declare it before appending.`);
  return stream;
}

/** Appends under the write lock, so offsets are without gaps whoever writes. */
export async function appendRecords(
  transaction: SqlTransaction,
  records: readonly Readonly<{ stream: Stream; record: NewRecord }>[],
  appendedAt: number,
): Promise<Position[]> {
  const next = new Map<number, number>();
  const positions: Position[] = [];
  const rows: SqlValue[][] = [];
  for (const { stream, record } of records) {
    const offset = next.get(stream.id) ?? (await nextOffset(transaction, stream.id));
    next.set(stream.id, offset + 1);
    positions.push({ topic: stream.topic, partition: stream.partition, offset });
    rows.push([recordId(stream.id, offset), record.key, record.eventId, record.value, appendedAt]);
  }
  await transaction.executeMany(
    'INSERT INTO records (id, event_key, event_id, value, appended_at) VALUES (?, ?, ?, ?, ?)',
    rows,
  );
  await transaction.executeMany(
    'UPDATE streams SET next_offset = ? WHERE id = ?',
    [...next].map(([id, offset]) => [offset, id]),
  );
  return positions;
}

async function nextOffset(transaction: SqlTransaction, stream: number): Promise<number> {
  const [row] = await transaction.query<{ next_offset: number }>('SELECT next_offset FROM streams WHERE id = ?', [
    stream,
  ]);
  if (!row) throw new Error(`Stream ${stream} is gone from the log.`);
  return row.next_offset;
}

/** Deletes what lies before an offset of a stream. */
export async function forgetRecords(transaction: SqlTransaction, stream: Stream, before: number): Promise<void> {
  await transaction.execute('DELETE FROM records WHERE id >= ? AND id < ?', [
    recordId(stream.id, 0),
    recordId(stream.id, Math.min(before, recordsPerStream)),
  ]);
}

type RecordRow = { id: number; event_key: string; event_id: string; value: string; appended_at: number };

/** Up to `limit` records of a stream, from `offset` on. */
export async function readRecords(
  database: Pick<SqlDatabase, 'query'>,
  stream: Stream,
  slice: Readonly<{ offset: number; limit: number }>,
): Promise<LogRecord[]> {
  const rows = await database.query<RecordRow>(
    'SELECT id, event_key, event_id, value, appended_at FROM records WHERE id >= ? AND id < ? ORDER BY id LIMIT ?',
    [recordId(stream.id, Math.max(0, slice.offset)), recordId(stream.id + 1, 0), slice.limit],
  );
  return rows.map((row) => ({
    topic: stream.topic,
    partition: stream.partition,
    offset: row.id - recordId(stream.id, 0),
    key: row.event_key,
    eventId: row.event_id,
    value: row.value,
    appendedAt: row.appended_at,
  }));
}
