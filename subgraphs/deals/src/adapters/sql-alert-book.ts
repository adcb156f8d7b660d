import type { SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { insertInto } from '@meridian/platform/sql/statements';
import type { Alert } from '../domain/price-watch.ts';
import type { AlertBook, AlertReader } from '../ports/alert-book.ts';
import { alertStream } from '../ports/streams.ts';
import { type AlertRow, alertColumns, alertValues, toAlert } from './alert-row.ts';
import { notePruned, takePositions } from './stream-rows.ts';

const insert = insertInto('alerts', alertColumns);
const after = 'SELECT * FROM alerts WHERE user_id = ? AND sequence > ? ORDER BY sequence LIMIT ?';

/** Gives each person's alerts the next positions of the person's stream, in order. */
async function numbered(transaction: SqlTransaction, drafts: readonly Omit<Alert, 'sequence'>[]): Promise<Alert[]> {
  const counts = new Map<string, number>();
  for (const { userId } of drafts) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  const next = new Map<string, number>();
  for (const [userId, count] of counts) next.set(userId, await takePositions(transaction, alertStream(userId), count));
  return drafts.map((draft) => {
    const sequence = next.get(draft.userId) ?? 0;
    next.set(draft.userId, sequence + 1);
    return { ...draft, sequence };
  });
}

/** Forgets old alerts and tells each stream how far. */
async function prune(transaction: SqlTransaction, before: number, limit: number): Promise<number> {
  const old = await transaction.query<{ id: string; user_id: string; sequence: number }>(
    'SELECT id, user_id, sequence FROM alerts WHERE detected_at < ? ORDER BY detected_at LIMIT ?',
    [before, limit],
  );
  const through = new Map<string, number>();
  for (const row of old) through.set(row.user_id, Math.max(through.get(row.user_id) ?? 0, row.sequence));
  for (const [userId, sequence] of through) {
    await transaction.execute('DELETE FROM alerts WHERE user_id = ? AND sequence <= ?', [userId, sequence]);
    await notePruned(transaction, alertStream(userId), sequence);
  }
  return old.length;
}

/** Alerts in `alerts`, to read. */
export const createSqlAlertReader = (executor: SqlExecutor): AlertReader => ({
  async after(userId, { sequence, limit }) {
    const rows = await executor.query<AlertRow>(after, [userId, sequence, limit]);
    return rows.map(toAlert);
  },
});

/** Alerts in `alerts`. */
export const createSqlAlertBook = (transaction: SqlTransaction): AlertBook => ({
  ...createSqlAlertReader(transaction),
  async append(drafts) {
    const alerts = await numbered(transaction, drafts);
    await transaction.executeMany(insert, alerts.map(alertValues));
    return alerts;
  },
  async markRead(userId, { ids, upTo, at }) {
    const unread = 'UPDATE alerts SET read_at = ? WHERE user_id = ? AND read_at IS NULL AND';
    const affected = await transaction.executeMany(
      `${unread} id = ?`,
      ids.map((id) => [at, userId, id]),
    );
    const rest = upTo === null ? 0 : await transaction.execute(`${unread} sequence <= ?`, [at, userId, upTo]);
    return affected.reduce((total, count) => total + count, rest);
  },
  async markDelivered(deliveredAt) {
    await transaction.executeMany(
      'UPDATE alerts SET delivered_at = ? WHERE id = ? AND delivered_at IS NULL',
      [...deliveredAt].map(([id, at]) => [at, id]),
    );
  },
  async removeOf(userId) {
    await transaction.execute('DELETE FROM alerts WHERE user_id = ?', [userId]);
    await transaction.execute('DELETE FROM streams WHERE name = ?', [alertStream(userId)]);
  },
  prune: (before, limit) => prune(transaction, before, limit),
});
