import { partOf } from '../event-log/key-hash.ts';
import type { SqlDatabase } from '../sql/sql-database.ts';
import type { Clock } from '../time/clock.ts';
import type { Outbox, OutboxMonitor } from './outbox.ts';
import { readState } from './outbox-rows.ts';

/** Keys are spread over this many lanes. A relay leases whole lanes, so this bounds how many relays can share the work. */
export const laneCount = 8;

const insert = 'INSERT INTO outbox (lane, topic, event_key, event_id, value, created_at) VALUES (?, ?, ?, ?, ?, ?)';

/** The outbox over the tables of `platformMigrationsFolder`. */
export function createSqlOutbox(deps: { clock: Clock }): Outbox {
  return {
    async add(transaction, events) {
      const now = deps.clock.now();
      await transaction.executeMany(
        insert,
        events.map(({ topic, event }) => {
          const lane = partOf(event.partitionkey, laneCount);
          return [lane, topic, event.partitionkey, event.id, JSON.stringify(event), now];
        }),
      );
    },
  };
}

/** Looks into the outbox of a database with the tables of `platformMigrationsFolder`. */
export const createSqlOutboxMonitor = (deps: Readonly<{ database: SqlDatabase }>): OutboxMonitor => ({
  state: () => readState(deps.database),
});
