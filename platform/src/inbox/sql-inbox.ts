import type { SqlDatabase } from '../sql/sql-database.ts';
import type { Clock } from '../time/clock.ts';
import type { Inbox } from './inbox.ts';

// `INSERT … ON CONFLICT DO NOTHING` is SQLite's; MySQL says `INSERT IGNORE`.
const claimOne =
  'INSERT INTO inbox (consumer_group, event_id, claimed_at) VALUES (?, ?, ?) ON CONFLICT (consumer_group, event_id) DO NOTHING';

/** The inbox over the tables of `platformMigrationsFolder`. */
export function createSqlInbox(deps: { clock: Clock }): Inbox {
  return {
    async claim(transaction, group, eventIds) {
      const now = deps.clock.now();
      const affected = await transaction.executeMany(
        claimOne,
        eventIds.map((id) => [group, id, now]),
      );
      return eventIds.filter((_, index) => affected[index] === 1);
    },
  };
}

/** How long the inbox remembers: longer than anybody leaves a group behind, an outbox unsent or a dead letter unanswered. */
export const inboxRetentionInMs = 30 * 24 * 3_600_000;

const rowsPerPrune = 2_000;

/**
 * Forgets events that were claimed longer than {@link inboxRetentionInMs} ago, in short transactions. What may come again
 * after that long (an operator seeks a group back by more than 30 days) is applied again.
 *
 * @returns how many rows are gone
 */
export async function pruneInbox(database: SqlDatabase, clock: Clock): Promise<number> {
  const before = clock.now() - inboxRetentionInMs;
  let total = 0;
  for (;;) {
    const rows = await database.query<{ consumer_group: string; event_id: string }>(
      'SELECT consumer_group, event_id FROM inbox WHERE claimed_at < ? ORDER BY claimed_at LIMIT ?',
      [before, rowsPerPrune],
    );
    if (rows.length === 0) return total;
    await database.executeMany(
      'DELETE FROM inbox WHERE consumer_group = ? AND event_id = ?',
      rows.map((row) => [row.consumer_group, row.event_id]),
    );
    total += rows.length;
  }
}
