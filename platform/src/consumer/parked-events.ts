import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { LogRecord, Position } from '../event-log/event-log.ts';
import type { SqlDatabase, SqlTransaction } from '../sql/sql-database.ts';

/** An event that waits for a release which knows its version. */
export type ParkedEvent = Readonly<{ group: string; dataschema: string; parkedAt: number; record: LogRecord }>;

/** Keeps events of unknown versions. Parking twice keeps one. */
export async function parkEvents(
  transaction: SqlTransaction,
  by: Readonly<{ group: string; now: number }>,
  parked: readonly Readonly<{ record: LogRecord; event: CloudEvent }>[],
): Promise<void> {
  await transaction.executeMany(
    `INSERT INTO parked_events
       (consumer_group, event_id, topic, log_partition, log_offset, event_key, dataschema, value, parked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (consumer_group, event_id) DO NOTHING`,
    parked.map(({ record, event }) => [
      by.group,
      event.id,
      record.topic,
      record.partition,
      record.offset,
      record.key,
      event.dataschema,
      record.value,
      by.now,
    ]),
  );
}

type Row = Readonly<{
  consumer_group: string;
  event_id: string;
  topic: string;
  log_partition: number;
  log_offset: number;
  event_key: string;
  dataschema: string;
  value: string;
  parked_at: number;
}>;

/** Behind which event a page begins, and how many it holds at most. */
export type ParkedPage = Readonly<{ after?: Position | undefined; limit: number }>;

/** Parked events of a group, in the order of the log, a page at a time. */
export async function listParkedEvents(
  database: Pick<SqlDatabase, 'query'>,
  group: string,
  { after, limit }: ParkedPage,
): Promise<ParkedEvent[]> {
  const behind = after ? 'AND (topic, log_partition, log_offset) > (?, ?, ?)' : '';
  const place = after ? [after.topic, after.partition, after.offset] : [];
  const rows = await database.query<Row>(
    `SELECT * FROM parked_events WHERE consumer_group = ? ${behind} ORDER BY topic, log_partition, log_offset LIMIT ?`,
    [group, ...place, limit],
  );
  return rows.map((row) => ({
    group: row.consumer_group,
    dataschema: row.dataschema,
    parkedAt: row.parked_at,
    record: {
      topic: row.topic,
      partition: row.log_partition,
      offset: row.log_offset,
      key: row.event_key,
      eventId: row.event_id,
      value: row.value,
      appendedAt: row.parked_at,
    },
  }));
}

/** Forgets a parked event, in the transaction that applies it. */
export async function unparkEvent(transaction: SqlTransaction, group: string, eventId: string): Promise<void> {
  await transaction.execute('DELETE FROM parked_events WHERE consumer_group = ? AND event_id = ?', [group, eventId]);
}
