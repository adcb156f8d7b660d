import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { SqlDatabase, SqlTransaction } from '../sql/sql-database.ts';
import type { Clock } from '../time/clock.ts';
import type { EventHandler } from './effect-consumer.ts';
import type { Incoming } from './incoming-event.ts';
import { parkEvents } from './parked-events.ts';

/** What applying needs. */
export type ApplyDeps = Readonly<{
  database: SqlDatabase;
  inbox: Inbox;
  clock: Clock;
  group: string;
  /** Told after the commit, of the events that were new. */
  onApplied: (events: readonly CloudEvent[]) => void;
}>;

type Applicable = Extract<Incoming, { kind: 'apply' }>;

/** Applies events and parks others in one transaction, together with the inbox. All or nothing. */
export async function applyInOneTransaction(deps: ApplyDeps, incoming: readonly Incoming[]): Promise<void> {
  const applicable = incoming.filter((item) => item.kind === 'apply');
  const parked = incoming.filter((item) => item.kind === 'park');
  if (applicable.length === 0 && parked.length === 0) return;
  await deps.database.transaction(async (transaction) => {
    await applyFresh(transaction, deps, applicable);
    await parkEvents(transaction, { group: deps.group, now: deps.clock.now() }, parked);
  });
}

/** Claims the events in the inbox and applies those that are new, in order. */
export async function applyFresh(
  transaction: SqlTransaction,
  deps: ApplyDeps,
  applicable: readonly Applicable[],
): Promise<void> {
  const ids = applicable.map(({ event }) => event.id);
  const unseen = new Set(await deps.inbox.claim(transaction, deps.group, ids));
  // `delete` and not `has`: an event that comes twice in one batch is applied once.
  const fresh = applicable.filter(({ event }) => unseen.delete(event.id));
  for (const { handler, events } of runsOf(fresh)) await handler.apply(transaction, events as never);
  if (fresh.length > 0) transaction.afterCommit(() => deps.onApplied(fresh.map(({ event }) => event)));
}

/** Neighbours with the same handler, so that a handler can work in bulk and the order stays. */
function runsOf(items: readonly Applicable[]): { handler: EventHandler; events: CloudEvent[] }[] {
  const runs: { handler: EventHandler; events: CloudEvent[] }[] = [];
  for (const { handler, event } of items) {
    const last = runs.at(-1);
    if (last?.handler === handler) last.events.push(event);
    else runs.push({ handler, events: [event] });
  }
  return runs;
}
