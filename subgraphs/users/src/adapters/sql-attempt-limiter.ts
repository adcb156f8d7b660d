import { createHash } from 'node:crypto';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import type { AttemptRule } from '../domain/attempts.ts';
import type { AttemptAnswer, AttemptLimiter } from '../ports/attempt-limiter.ts';

const toText = (instantInMs: number): string => new Date(instantInMs).toISOString();

/** Buckets name mail and network addresses; a hash keeps both out of the table, and every key short. */
const nameOf = (bucket: string): string => createHash('sha256').update(bucket).digest('base64url');

type Window = Readonly<{ taken: number; endsAt: number }>;

async function windowOf(transaction: SqlTransaction, name: string, now: number): Promise<Window | undefined> {
  const [row] = await transaction.query<{ taken: number; window_ends_at: string }>(
    'SELECT taken, window_ends_at FROM attempts WHERE bucket = ? AND window_ends_at > ?',
    [name, toText(now)],
  );
  return row && { taken: Number(row.taken), endsAt: Date.parse(row.window_ends_at) };
}

async function takeOne(transaction: SqlTransaction, rule: AttemptRule, now: number): Promise<AttemptAnswer> {
  const name = nameOf(rule.bucket);
  const window = await windowOf(transaction, name, now);
  if (window && window.taken >= rule.limit) return { ok: false, retryAfterInMs: window.endsAt - now };
  if (window) await transaction.execute('UPDATE attempts SET taken = taken + 1 WHERE bucket = ?', [name]);
  else {
    await transaction.execute('INSERT INTO attempts (bucket, taken, window_ends_at) VALUES (?, 1, ?)', [
      name,
      toText(now + rule.windowInMs),
    ]);
  }
  return { ok: true };
}

/** Counts attempts in the service's database, so that all its processes count together and a restart forgets nothing. */
export const createSqlAttemptLimiter = (deps: Readonly<{ database: SqlDatabase; clock: Clock }>): AttemptLimiter => ({
  async take(rules) {
    if (rules.length === 0) return { ok: true };
    return deps.database.transaction(async (transaction): Promise<AttemptAnswer> => {
      const now = deps.clock.now();
      await transaction.execute('DELETE FROM attempts WHERE window_ends_at <= ?', [toText(now)]);
      for (const rule of rules) {
        const answer = await takeOne(transaction, rule, now);
        // `ok: false` rolls back what the earlier buckets gave: nobody pays for an attempt that was not made.
        if (!answer.ok) return answer;
      }
      return { ok: true };
    });
  },
  async giveBack(rules) {
    await deps.database.executeMany(
      'UPDATE attempts SET taken = taken - 1 WHERE bucket = ? AND taken > 0',
      rules.map((rule) => [nameOf(rule.bucket)]),
    );
  },
});
