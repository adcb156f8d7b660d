import type { SqlDatabase, SqlTransaction } from '../sql/sql-database.ts';
import type { Clock } from '../time/clock.ts';
import { laneCount } from './sql-outbox.ts';

/** A relay that dies is replaced after this time. While it works it renews when half of it has gone. */
const leaseInMs = 3_000;

const takeOrRenew = `INSERT INTO outbox_lease (lane, owner, expires_at) VALUES (?, ?, ?)
  ON CONFLICT (lane) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at
  WHERE outbox_lease.owner = excluded.owner OR outbox_lease.expires_at <= ?`;

/** Which lanes one relay may publish. */
export interface OutboxLease {
  /** The lanes held, after taking every lane that is free when the last look is half a lease old. */
  lanes(): Promise<readonly number[]>;
  /** Renews inside of a transaction that takes place anyway, when half of the lease has gone. */
  renewIn(transaction: SqlTransaction): Promise<void>;
  release(): Promise<void>;
}

/** @param owner unique among all relays of all processes */
export function createOutboxLease(deps: { database: SqlDatabase; owner: string; clock: Clock }): OutboxLease {
  const { database, owner, clock } = deps;
  const allLanes = Array.from({ length: laneCount }, (_, lane) => lane);
  let held: readonly number[] = [];
  let lookAgainAt = Number.NEGATIVE_INFINITY;

  const take = async (transaction: SqlTransaction) => {
    const now = clock.now();
    const affected = await transaction.executeMany(
      takeOrRenew,
      allLanes.map((lane) => [lane, owner, now + leaseInMs, now]),
    );
    return { held: allLanes.filter((lane) => affected[lane] === 1), lookAgainAt: now + leaseInMs / 2 };
  };
  const isFresh = () => clock.now() < lookAgainAt && clock.now() >= lookAgainAt - leaseInMs / 2;
  const remember = (taken: { held: readonly number[]; lookAgainAt: number }) => {
    held = taken.held;
    lookAgainAt = taken.lookAgainAt;
  };

  return {
    async lanes() {
      if (!isFresh()) remember(await database.transaction(take));
      return held;
    },
    async renewIn(transaction) {
      if (isFresh()) return;
      const taken = await take(transaction);
      // Lanes that are new must be read after the commit, which `lanes` does: until then, only those that were held before.
      transaction.afterCommit(() => remember(taken));
    },
    async release() {
      held = [];
      lookAgainAt = Number.NEGATIVE_INFINITY;
      await database.execute('DELETE FROM outbox_lease WHERE owner = ?', [owner]);
    },
  };
}
