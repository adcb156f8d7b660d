import { type EffectConsumerOptions, startEffectConsumer } from '../consumer/effect-consumer.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { createSqlInbox } from '../inbox/sql-inbox.ts';
import type { Logger } from '../observability/logger.ts';
import { readyUnless } from '../observability/readiness.ts';
import { startOutboxRelay } from '../outbox/outbox-relay.ts';
import { openParts } from '../shutdown/open-parts.ts';
import type { SqlDatabase } from '../sql/sql-database.ts';
import type { Clock } from '../time/clock.ts';
import type { Work } from './service.ts';

/** What is looked at to tell whether a service has caught up. */
export type Backlog = Readonly<{
  service: string;
  log: Pick<EventLog, 'lag'>;
  /** Its consumer groups; where one feeds another, in that order. */
  groups: readonly string[];
  /** How many of its events wait to be published; absent for a service that has no outbox. */
  pending?: () => Promise<number>;
}>;

/**
 * What a service has not done yet, as sentences. Group by group, and the outbox after each: what a group has handled lies in the
 * outbox, and what has left the outbox lies before the next group, so an event on its way is seen in one place or the other.
 */
export async function backlogOf({ service, log, groups, pending = async () => 0 }: Backlog): Promise<string[]> {
  let behind = 0;
  let waiting = await pending();
  for (const group of groups) {
    behind += (await log.lag(group)).reduce((sum, { lag }) => sum + lag, 0);
    waiting = Math.max(waiting, await pending());
  }
  return [
    ...(waiting > 0 ? [`${service} has ${waiting} events to publish.`] : []),
    ...(behind > 0 ? [`${service} has ${behind} events to consume.`] : []),
  ];
}

/** What the events of a service move through. */
export type EventWorkDeps = Readonly<{
  service: string;
  log: EventLog;
  database: SqlDatabase;
  clock: Clock;
  logger: Logger;
}>;

/**
 * Starts the relay of a service's outbox and its consumer groups. Ready when the outbox is empty and the groups have caught up.
 * It ends along the traffic: consumers first, then the relay. When one cannot start, none is left running.
 */
export async function startEventWork(deps: EventWorkDeps, groups: readonly EffectConsumerOptions[]): Promise<Work> {
  const { service, log, database, clock, logger } = deps;
  const inbox = createSqlInbox({ clock });
  const { result: relay, close } = await openParts(async (keep) => {
    const started = keep(await startOutboxRelay({ database, log, logger, owner: service, clock }));
    for (const group of groups) keep(await startEffectConsumer({ log, database, inbox, clock, logger }, group));
    return started;
  });
  const backlog = { service, log, groups: groups.map(({ group }) => group), pending: () => relay.pending() };
  return { readiness: async () => readyUnless(await backlogOf(backlog)), drain: () => relay.drain(), close };
}
