import type { SqlTransaction, SqlValue } from '@meridian/platform/sql/sql-database';
import { requireMoved } from '@meridian/platform/transactions/stale-row';
import { type RefreshToken, reuseMemoryInMs } from '../domain/refresh.ts';
import type { UserTransaction } from '../ports/user-store.ts';

type TokenRow = Readonly<{
  hash: string;
  session_id: string;
  user_id: string;
  expires_at: string;
  rotated_at: string | null;
  session_expires_at: string;
  session_ended_at: string | null;
}>;

const toText = (instantInMs: number): string => new Date(instantInMs).toISOString();
const toInstant = (text: string | null): number | null => (text === null ? null : Date.parse(text));

const toRefreshToken = (row: TokenRow): RefreshToken => ({
  hash: row.hash,
  sessionId: row.session_id,
  userId: row.user_id,
  expiresAt: Date.parse(row.expires_at),
  rotatedAt: toInstant(row.rotated_at),
  sessionExpiresAt: Date.parse(row.session_expires_at),
  sessionEndedAt: toInstant(row.session_ended_at),
});

const selectToken = `SELECT t.hash, t.session_id, s.user_id, t.expires_at, t.rotated_at,
  s.expires_at AS session_expires_at, s.ended_at AS session_ended_at
  FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id WHERE t.hash = ?`;
const insertToken = 'INSERT INTO refresh_tokens (hash, session_id, expires_at) VALUES (?, ?, ?)';

type SessionTable = Pick<UserTransaction, 'openSession' | 'findRefreshToken' | 'rotate' | 'endSessions'>;

/** Sessions and their refresh tokens, within a transaction. */
export const createSessionTable = (transaction: SqlTransaction): SessionTable => ({
  async openSession(session) {
    const startedAt = toText(session.startedAt);
    await forgetOldSessions(transaction, session.userId, session.startedAt);
    await transaction.execute(
      'INSERT INTO sessions (id, user_id, created_at, last_used_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      [session.id, session.userId, startedAt, startedAt, toText(session.expiresAt)],
    );
    const { hash, expiresAt } = session.refreshToken;
    await transaction.execute(insertToken, [hash, session.id, toText(expiresAt)]);
  },
  async findRefreshToken(hash) {
    const [row] = await transaction.query<TokenRow>(selectToken, [hash]);
    return row && toRefreshToken(row);
  },
  async rotate({ from, to, at }) {
    const affected = await transaction.execute(
      'UPDATE refresh_tokens SET rotated_at = ? WHERE hash = ? AND rotated_at IS NULL',
      [toText(at), from.hash],
    );
    requireMoved(affected, 'The refresh token was traded by someone else.');
    await transaction.execute(insertToken, [to.hash, from.sessionId, toText(to.expiresAt)]);
    await transaction.execute('UPDATE sessions SET last_used_at = ? WHERE id = ?', [toText(at), from.sessionId]);
    await transaction.execute('DELETE FROM refresh_tokens WHERE session_id = ? AND rotated_at < ?', [
      from.sessionId,
      toText(at - reuseMemoryInMs),
    ]);
  },
  endSessions(which, reason, at) {
    const narrowed = which.sessionId === undefined ? '' : ' AND id = ?';
    const params: SqlValue[] = [toText(at), reason, which.userId, toText(at)];
    return transaction.execute(
      `UPDATE sessions SET ended_at = ?, end_reason = ? WHERE user_id = ? AND ended_at IS NULL AND expires_at > ?${narrowed}`,
      which.sessionId === undefined ? params : [...params, which.sessionId],
    );
  },
});

/** What ended long ago is of no use to anybody; a sign-in is the moment to clear it away, so that no account grows for ever. */
async function forgetOldSessions(transaction: SqlTransaction, userId: string, at: number): Promise<void> {
  const before = toText(at - reuseMemoryInMs);
  const old = 'user_id = ? AND (expires_at < ? OR ended_at < ?)';
  await transaction.execute(`DELETE FROM refresh_tokens WHERE session_id IN (SELECT id FROM sessions WHERE ${old})`, [
    userId,
    before,
    before,
  ]);
  await transaction.execute(`DELETE FROM sessions WHERE ${old}`, [userId, before, before]);
}
