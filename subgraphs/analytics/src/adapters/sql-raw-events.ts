import type { Ids } from '@meridian/platform/ids/ids';
import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere } from '@meridian/platform/sql/statements';
import { partitionName } from '../domain/log-positions.ts';
import type { ParkedRecord, RawEvent, RawEvents } from '../ports/raw-events.ts';

type RawRow = Readonly<{
  event_id: string;
  topic: string;
  log_partition: number;
  log_offset: number;
  type: string;
  subject: string;
  appended_at: number;
  value: string;
}>;

const columns = [
  'event_id',
  'topic',
  'log_partition',
  'log_offset',
  'type',
  'subject',
  'appended_at',
  'value',
] as const satisfies readonly (keyof RawRow)[];

const toRawEvent = (row: RawRow): RawEvent => ({
  eventId: row.event_id,
  topic: row.topic,
  partition: Number(row.log_partition),
  offset: Number(row.log_offset),
  type: row.type,
  subject: row.subject,
  appendedAt: Number(row.appended_at),
  value: row.value,
});

const insertRaw = insertUnlessThere('raw_events', [...columns, 'content_at']);

const insertAll = (database: SqlDatabase, events: readonly RawEvent[]) =>
  database.executeMany(
    insertRaw,
    events.map((event) => [
      event.eventId,
      event.topic,
      event.partition,
      event.offset,
      event.type,
      event.subject,
      event.appendedAt,
      event.value,
      event.appendedAt,
    ]),
  );

const positionOf = (event: Pick<RawEvent, 'topic' | 'partition' | 'offset'>): string =>
  `${partitionName(event.topic, event.partition)}/${event.offset}`;

async function keepFirst(database: SqlDatabase, events: readonly RawEvent[]): Promise<boolean[]> {
  const affected = await insertAll(database, events);
  const known = events.filter((_, index) => affected[index] === 0).map(({ eventId }) => eventId);
  if (known.length === 0) return events.map(() => true);
  const rows = await selectIn<Pick<RawRow, 'event_id' | 'topic' | 'log_partition' | 'log_offset'>>(
    database,
    'SELECT event_id, topic, log_partition, log_offset FROM raw_events WHERE event_id IN (…)',
    { values: known },
  );
  const positions = new Map(
    rows.map(({ event_id, topic, log_partition, log_offset }) => [
      event_id,
      positionOf({ topic, partition: Number(log_partition), offset: Number(log_offset) }),
    ]),
  );
  return events.map((event, index) => affected[index] === 1 || positions.get(event.eventId) === positionOf(event));
}

/** Moves the horizons past what is about to go, then empties it: a reader in between finds a gap announced that is not yet one. */
async function forgetContent(transaction: SqlTransaction, before: number, limit: number): Promise<number> {
  const rows = await transaction.query<{ event_id: string; topic: string; log_partition: number; log_offset: number }>(
    'SELECT event_id, topic, log_partition, log_offset FROM raw_events WHERE content_at < ? ORDER BY content_at LIMIT ?',
    [before, limit],
  );
  await transaction.executeMany(
    `INSERT INTO raw_event_horizons (topic, log_partition, kept_from) VALUES (?, ?, ?)
     ON CONFLICT (topic, log_partition) DO UPDATE SET kept_from = MAX(kept_from, excluded.kept_from)`,
    rows.map((row) => [row.topic, row.log_partition, Number(row.log_offset) + 1]),
  );
  await transaction.executeMany(
    `UPDATE raw_events SET value = '', content_at = NULL WHERE event_id = ?`,
    rows.map((row) => [row.event_id]),
  );
  return rows.length;
}

async function forgetIds(database: SqlDatabase, before: number, limit: number): Promise<number> {
  const rows = await database.query<{ event_id: string }>(
    'SELECT event_id FROM raw_events WHERE appended_at < ? AND content_at IS NULL ORDER BY appended_at LIMIT ?',
    [before, limit],
  );
  await database.executeMany(
    'DELETE FROM raw_events WHERE event_id = ?',
    rows.map((row) => [row.event_id]),
  );
  return rows.length;
}

async function readEpoch(database: SqlDatabase, ids: Ids): Promise<string> {
  await database.execute('INSERT INTO analytics_epoch (id, epoch) VALUES (1, ?) ON CONFLICT DO NOTHING', [
    ids.next('epo'),
  ]);
  const [row] = await database.query<{ epoch: string }>('SELECT epoch FROM analytics_epoch WHERE id = 1');
  return row?.epoch ?? '';
}

type ParkedRow = Readonly<{ event_id: string; topic: string; event_key: string; dataschema: string; value: string }>;

async function readParked(
  database: SqlDatabase,
  { after, limit }: Parameters<RawEvents['parked']>[0],
): Promise<ParkedRecord[]> {
  const rows = await database.query<ParkedRow>(
    'SELECT event_id, topic, event_key, dataschema, value FROM parked_records WHERE event_id > ? ORDER BY event_id LIMIT ?',
    // No id is empty, so all lie behind the empty text.
    [after ?? '', limit],
  );
  return rows.map(({ event_id: eventId, event_key: key, topic, dataschema, value }) => ({
    eventId,
    topic,
    key,
    dataschema,
    value,
  }));
}

/** Raw events in SQL tables. Statements are bulk for speed; nothing rests on several rows changing together. */
export const createSqlRawEvents = ({ database, ids }: Readonly<{ database: SqlDatabase; ids: Ids }>): RawEvents => ({
  keepFirst: (events) => keepFirst(database, events),
  async slice({ topic, partition, from, to, limit }) {
    const rows = await database.query<RawRow>(
      `SELECT ${columns.join(', ')} FROM raw_events WHERE topic = ? AND log_partition = ? AND log_offset >= ? AND log_offset < ?
         AND content_at IS NOT NULL
       ORDER BY log_offset LIMIT ?`,
      [topic, partition, from, to, limit],
    );
    return rows.map(toRawEvent);
  },
  async horizons() {
    const rows = await database.query<{ topic: string; log_partition: number; kept_from: number }>(
      'SELECT topic, log_partition, kept_from FROM raw_event_horizons',
    );
    return new Map(rows.map((row) => [partitionName(row.topic, Number(row.log_partition)), Number(row.kept_from)]));
  },
  forgetContent: (before, limit) => database.transaction((transaction) => forgetContent(transaction, before, limit)),
  forgetIds: (before, limit) => forgetIds(database, before, limit),
  epoch: () => readEpoch(database, ids),
  async park(records) {
    await database.executeMany(
      'INSERT INTO parked_records (event_id, topic, event_key, dataschema, value) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      records.map(({ eventId, topic, key, dataschema, value }) => [eventId, topic, key, dataschema, value]),
    );
  },
  parked: (page) => readParked(database, page),
  async unpark(eventIds) {
    await database.executeMany(
      'DELETE FROM parked_records WHERE event_id = ?',
      eventIds.map((id) => [id]),
    );
  },
});
