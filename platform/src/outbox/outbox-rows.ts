import type { NewRecord } from '../event-log/event-log.ts';
import type { SqlDatabase, SqlTransaction } from '../sql/sql-database.ts';
import type { OutboxState } from './outbox.ts';

/** A row of the outbox that is to be published. */
export type OutboxRow = Readonly<{ id: number; record: NewRecord }>;

type Row = { id: number; topic: string; event_key: string; event_id: string; value: string };

/** The first rows that wait in these lanes, in the order in which they were added. */
export async function waitingRows(
  database: SqlDatabase,
  lanes: readonly number[],
  limit: number,
): Promise<OutboxRow[]> {
  if (lanes.length === 0) return [];
  const places = lanes.map(() => '?').join(', ');
  const rows = await database.query<Row>(
    `SELECT id, topic, event_key, event_id, value FROM outbox
     WHERE published_at IS NULL AND lane IN (${places}) ORDER BY id LIMIT ?`,
    [...lanes, limit],
  );
  return rows.map(({ id, topic, event_key, event_id, value }) => ({
    id,
    record: { topic, key: event_key, eventId: event_id, value },
  }));
}

/** Marks rows as published. */
export async function markPublished(
  transaction: SqlTransaction,
  rows: readonly OutboxRow[],
  at: number,
): Promise<void> {
  await transaction.executeMany(
    'UPDATE outbox SET published_at = ? WHERE id = ?',
    rows.map((row) => [at, row.id]),
  );
}

/** The id of the last row that waits, or `undefined`. */
export async function lastWaiting(database: SqlDatabase): Promise<number | undefined> {
  const [row] = await database.query<{ id: number }>(
    'SELECT id FROM outbox WHERE published_at IS NULL ORDER BY id DESC LIMIT 1',
  );
  return row?.id;
}

/** Whether a row up to and including `id` waits. */
export async function waitsUpTo(database: SqlDatabase, id: number): Promise<boolean> {
  const rows = await database.query('SELECT id FROM outbox WHERE published_at IS NULL AND id <= ? LIMIT 1', [id]);
  return rows.length > 0;
}

/** How many rows wait to be published, whoever holds their lanes. */
export async function countWaiting(database: SqlDatabase): Promise<number> {
  const [row] = await database.query<{ n: number }>('SELECT COUNT(*) AS n FROM outbox WHERE published_at IS NULL');
  return row?.n ?? 0;
}

// One statement, so that all of it is of one moment. Each part is answered by the index on `published_at` and `id`.
const selectState = `SELECT
  (SELECT COUNT(*) FROM outbox WHERE published_at IS NULL) AS waiting,
  (SELECT created_at FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT 1) AS oldest,
  (SELECT MAX(published_at) FROM outbox) AS last`;

/** How the outbox stands. */
export async function readState(database: SqlDatabase): Promise<OutboxState> {
  const [row] = await database.query<{ waiting: number; oldest: number | null; last: number | null }>(selectState);
  return {
    waiting: row?.waiting ?? 0,
    oldestWaitingAt: row?.oldest ?? undefined,
    lastPublishedAt: row?.last ?? undefined,
  };
}

/** Deletes some rows that were published before `before`, in one short transaction. Returns how many. */
export async function prunePublished(database: SqlDatabase, before: number, limit: number): Promise<number> {
  const rows = await database.query<{ id: number }>(
    'SELECT id FROM outbox WHERE published_at < ? ORDER BY published_at LIMIT ?',
    [before, limit],
  );
  if (rows.length === 0) return 0;
  await database.executeMany(
    'DELETE FROM outbox WHERE id = ?',
    rows.map((row) => [row.id]),
  );
  return rows.length;
}
