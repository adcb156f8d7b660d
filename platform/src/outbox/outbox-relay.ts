import { randomUUID } from 'node:crypto';
import { backoffInMs } from '../consumer/backoff.ts';
import type { Diagnostics } from '../event-log/diagnostics.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { createWake, type Wake } from '../event-log/wake.ts';
import type { SqlDatabase } from '../sql/sql-database.ts';
import type { Clock } from '../time/clock.ts';
import type { OutboxRelay } from './outbox.ts';
import { createOutboxLease, type OutboxLease } from './outbox-lease.ts';
import { countWaiting, lastWaiting, markPublished, prunePublished, waitingRows, waitsUpTo } from './outbox-rows.ts';

/** What a relay works with. */
export type OutboxRelayDeps = Readonly<{
  database: SqlDatabase;
  log: Pick<EventLog, 'append'>;
  logger: Diagnostics;
  /** Names the relay in the lease table, for operators. A random part is added: two processes of one service are two relays. */
  owner: string;
  clock: Clock;
}>;

const rowsPerBatch = 500;
/** A look without a wake: finds lanes whose relay died. */
const idleLookInMs = 1_000;
/** Published rows stay this long, for people who look what left when. */
const publishedRetentionInMs = 3_600_000;
const pruneEveryInMs = 60_000;
const retry = { baseDelayInMs: 50, maxDelayInMs: 2_000 };

/**
 * Starts a relay. It is woken by commits, leases lanes of keys, appends what waits in them in order, and marks it. Killed
 * between append and mark, the next relay appends the same events again: consumers know them by id.
 *
 * It looks for rows that are not marked, never for "all after the last id": a lower id may commit later.
 */
export async function startOutboxRelay(deps: OutboxRelayDeps): Promise<OutboxRelay> {
  const { database, clock } = deps;
  const lease = createOutboxLease({ database, clock, owner: `${deps.owner}/${randomUUID()}` });
  const wake = createWake();
  const stopListening = database.onCommit(wake.wake);
  const state = { open: true };
  const loop = runRelay({ ...deps, lease, wake, state });

  const close = async () => {
    if (!state.open) return loop;
    state.open = false;
    wake.wake();
    await loop;
    stopListening();
    await lease.release();
  };
  return {
    pending: () => countWaiting(database),
    drain: () => drain({ database, wake, state }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

type Running = OutboxRelayDeps & Readonly<{ lease: OutboxLease; wake: Wake; state: { readonly open: boolean } }>;

async function runRelay(relay: Running): Promise<void> {
  const prune = createPruner(relay);
  for (let failures = 0; relay.state.open; ) {
    try {
      const published = await publishBatch(relay);
      failures = 0;
      if (published > 0) continue;
      await prune();
      await relay.wake.wait(idleLookInMs);
    } catch (error) {
      failures += 1;
      relay.logger.warn({ error, failures }, 'The outbox relay could not publish. It tries again.');
      await relay.wake.wait(backoffInMs(retry, failures, 0.5));
    }
  }
}

/** Publishes the first rows that wait in the relay's lanes. Returns how many. */
async function publishBatch({ database, log, lease, clock }: Running): Promise<number> {
  if ((await lastWaiting(database)) === undefined) return 0;
  // Read after the lease is held: what another relay published before is marked by then.
  const lanes = await lease.lanes();
  const rows = await waitingRows(database, lanes, rowsPerBatch);
  if (rows.length === 0) return 0;
  await log.append(rows.map((row) => row.record));
  await database.transaction(async (transaction) => {
    await markPublished(transaction, rows, clock.now());
    await lease.renewIn(transaction);
  });
  return rows.length;
}

function createPruner({ database, clock, state }: Running): () => Promise<void> {
  let dueAt = clock.now() + pruneEveryInMs;
  return async () => {
    if (clock.now() < dueAt) return;
    dueAt = clock.now() + pruneEveryInMs;
    const before = clock.now() - publishedRetentionInMs;
    while (state.open && (await prunePublished(database, before, rowsPerBatch)) === rowsPerBatch);
  };
}

/** Waits until no row waits that waited at the call. Marks are commits, so the database tells when to look again. */
async function drain(relay: Pick<Running, 'database' | 'wake' | 'state'>): Promise<void> {
  const last = await lastWaiting(relay.database);
  if (last === undefined) return;
  const marked = createWake();
  const stopListening = relay.database.onCommit(marked.wake);
  try {
    relay.wake.wake();
    while (await waitsUpTo(relay.database, last)) {
      if (!relay.state.open) throw new Error('The relay was closed before the outbox was empty.');
      await marked.wait(100);
    }
  } finally {
    stopListening();
  }
}
