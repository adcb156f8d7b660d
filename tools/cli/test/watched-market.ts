import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolderAt } from '@meridian/platform/config/data-folder';
import { eventHandler, startEffectConsumer } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createSqlInbox } from '@meridian/platform/inbox/sql-inbox';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import { platformMigrationsFolder } from '@meridian/platform/sql/platform-migrations';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { z } from 'zod';
import { runCommandLine } from '../src/command-line.ts';

/** What a command printed, and its exit code. The data folder's path is masked. */
export type Printed = Readonly<{ code: number; out: string; err: string }>;

/** Event number `n` on one of two listings. */
export const listingEvent = (n: number, change: Partial<CloudEvent> = {}): CloudEvent => ({
  specversion: '1.0',
  id: `evt_${n}`,
  source: '/meridian/listings',
  type: 'listing.updated',
  time: `2026-11-20T12:00:0${n}.000Z`,
  subject: `sty_${n % 2}`,
  datacontenttype: 'application/json',
  dataschema: 'listing.updated/1',
  partitionkey: `sty_${n % 2}`,
  sequence: n,
  data: { price: 100 + n },
  ...change,
});

async function openFiles() {
  const folder = dataFolderAt(await mkdtemp(join(tmpdir(), 'meridian-cli-')));
  const clock = createManualClock(Date.UTC(2026, 10, 20, 12, 0, 30));
  const log = await openSqliteEventLog({ file: folder.eventLog, clock, logger: silentLogger });
  const database = await openSqliteDatabase({
    file: folder.database('deals'),
    migrationsFolder: platformMigrationsFolder,
  });
  await log.declareTopics([{ name: 'listings', partitions: 2 }]);
  return { folder, clock, log, database };
}

type Files = Awaited<ReturnType<typeof openFiles>>;

/** A consumer that notes what it applies and fails on whatever is in `broken`. */
function createConsumer({ log, database, clock }: Files) {
  const broken = new Set<string>();
  const applied: string[] = [];
  const handler = eventHandler({
    topic: 'listings',
    type: 'listing.updated',
    version: 1,
    schema: z.object({ price: z.number() }),
    apply: async (_transaction, events) => {
      const bad = events.find(({ id }) => broken.has(id));
      if (bad) throw new TypeError(`no exchange rate for ${bad.id}`);
      applied.push(...events.map(({ id }) => id));
    },
  });
  /** Runs until everything in the log is applied, parked or given up. */
  async function consume() {
    const deps = { log, database, inbox: createSqlInbox({ clock }), clock, logger: silentLogger };
    const retry = { maxAttempts: 2, baseDelayInMs: 1, maxDelayInMs: 1 };
    await using _consumer = await startEffectConsumer(deps, { group: 'deals', handlers: [handler], retry });
    for (let lags = await log.lag('deals'); lags.length < 2 || lags.some(({ lag }) => lag > 0); ) {
      await new Promise((resolve) => setImmediate(resolve));
      lags = await log.lag('deals');
    }
  }
  return { broken, applied, consume };
}

type WhileRunning = (lines: readonly string[], stop: () => void) => void;

/** Runs command lines as a terminal would; `whileRunning` gets the lines so far, and may interrupt. */
const createTerminal =
  ({ folder, clock }: Files) =>
  async (argv: string, whileRunning?: WhileRunning): Promise<Printed> => {
    const stop = new AbortController();
    const lines: string[] = [];
    const troubles: string[] = [];
    const mask = (text: string) => text.replaceAll(folder.root, '<data>');
    const code = await runCommandLine(['--data', folder.root, ...argv.split(' ').filter(Boolean)], {
      out: (line) => {
        lines.push(mask(line));
        whileRunning?.(lines, () => stop.abort());
      },
      err: (line) => troubles.push(mask(line)),
      interrupted: stop.signal,
      clock,
    });
    return { code, out: lines.join('\n'), err: troubles.join('\n') };
  };

/** A data folder with a real event log of one topic, and one service's real database. Time stands still. */
export async function openWatchedMarket() {
  const files = await openFiles();
  const { folder, clock, log, database } = files;
  return {
    clock,
    log,
    ...createConsumer(files),
    meridian: createTerminal(files),
    publish: (events: readonly CloudEvent[]) =>
      log.append(
        events.map((event) => ({
          topic: 'listings',
          key: event.partitionkey,
          eventId: event.id,
          value: JSON.stringify(event),
        })),
      ),
    /** Puts events into the outbox, where they wait: no relay runs here. */
    leaveInOutbox: (events: readonly CloudEvent[]) =>
      database.transaction((transaction) =>
        createSqlOutbox({ clock }).add(
          transaction,
          events.map((event) => ({ topic: 'listings', event })),
        ),
      ),
    async [Symbol.asyncDispose]() {
      await log.close();
      await database.close();
      await rm(folder.root, { recursive: true, force: true });
    },
  };
}
