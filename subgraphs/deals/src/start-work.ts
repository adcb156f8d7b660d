import { startEffectConsumer } from '@meridian/platform/consumer/effect-consumer';
import type { Consumption, EventLog } from '@meridian/platform/event-log/event-log';
import { createSqlInbox } from '@meridian/platform/inbox/sql-inbox';
import type { Logger } from '@meridian/platform/observability/logger';
import { startOutboxRelay } from '@meridian/platform/outbox/outbox-relay';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import type { Stage } from './events/consumed.ts';
import { startLiveReader } from './events/live-reader.ts';
import type { LiveHub } from './ports/live-hub.ts';

/** What runs in the background. */
export type Running = Readonly<{
  readiness(): Promise<Readonly<{ ready: boolean; reasons: readonly string[] }>>;
  drain(): Promise<void>;
  /** Ends along the traffic: consumers first, then the relay, so that what they wrote still leaves. */
  close(): Promise<void>;
}>;

type Work = Readonly<{
  log: EventLog;
  database: SqlDatabase;
  clock: Clock;
  logger: Logger;
  hub: LiveHub;
  stages: readonly Stage[];
  keepHouse: () => Promise<void>;
}>;

const housekeepingEveryInMs = 30_000;

/** Runs the housekeeping now and then; one run at a time. */
function startHousekeeping({ keepHouse, logger }: Work) {
  let open = true;
  let run: Promise<void> = Promise.resolve();
  const once = () => {
    run = run
      .then(() => (open ? keepHouse() : undefined))
      .catch((error: unknown) => logger.warn({ error }, 'Housekeeping failed. It is tried again soon.'));
  };
  once();
  const timer = setInterval(once, housekeepingEveryInMs);
  timer.unref();
  return async () => {
    open = false;
    clearInterval(timer);
    await run;
  };
}

/**
 * What is not done yet. Stage by stage, and the outbox after each: what a stage has handled lies in the outbox, and what has left
 * the outbox lies before the next stage, so an event on its way is seen in one place or the other.
 */
async function reasonsOf(work: Work, pending: () => Promise<number>): Promise<string[]> {
  let behind = 0;
  let waiting = await pending();
  for (const { group } of work.stages) {
    behind += (await work.log.lag(group)).reduce((sum, { lag }) => sum + lag, 0);
    waiting = Math.max(waiting, await pending());
  }
  return [
    ...(waiting > 0 ? [`deals has ${waiting} events to publish.`] : []),
    ...(behind > 0 ? [`deals has ${behind} events to consume.`] : []),
  ];
}

/** Starts relay, consumers, live reader and housekeeping. */
export async function startWork(work: Work): Promise<Running> {
  const { database, log, clock, logger } = work;
  const relay = await startOutboxRelay({ database, log, logger, owner: 'deals', clock });
  const inbox = createSqlInbox({ clock });
  const consumers: Consumption[] = [];
  for (const stage of work.stages) {
    consumers.push(await startEffectConsumer({ log, database, inbox, clock, logger }, stage));
  }
  consumers.push(await startLiveReader(work));
  const stopHousekeeping = startHousekeeping(work);
  return {
    async readiness() {
      const reasons = await reasonsOf(work, () => relay.pending());
      return { ready: reasons.length === 0, reasons };
    },
    drain: () => relay.drain(),
    async close() {
      await stopHousekeeping();
      await Promise.all(consumers.map((consumer) => consumer.close()));
      await relay.close();
    },
  };
}
