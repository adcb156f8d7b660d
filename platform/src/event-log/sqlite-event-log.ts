import { eventLogMigrationsFolder } from '../sql/platform-migrations.ts';
import { openSqliteDatabase, type SqliteDatabase } from '../sql/sqlite-database.ts';
import type { Clock } from '../time/clock.ts';
import { systemTicker, type Ticker } from '../time/ticker.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Consumption, EventLog, NewRecord, Position } from './event-log.ts';
import { startFollower } from './follower.ts';
import { type GroupLog, startGroupMember } from './group-member.ts';
import { readLag, seekGroup } from './group-store.ts';
import { appendRecords, declareTopic, forgetRecords, readRecords, type Stream, streamOf } from './log-store.ts';
import { type LogView, openLogView } from './log-view.ts';
import { createWriteBatcher } from './write-batcher.ts';

/** How to open the log. */
export type SqliteEventLogOptions = Readonly<{
  file: string;
  clock: Clock;
  logger: Diagnostics;
  /** After this time without a sign of life a member's partitions go to others. 4 s unless given. */
  sessionTimeoutInMs?: number;
  /** What makes members show that they live. The machine's time unless given. */
  ticker?: Ticker;
}>;

/** Opens the durable event log in one SQLite file, which any number of processes may share. */
export async function openSqliteEventLog(options: SqliteEventLogOptions): Promise<EventLog> {
  const database = await openSqliteDatabase({ file: options.file, migrationsFolder: eventLogMigrationsFolder });
  const view = await openLogView(database, options.logger);
  const log: GroupLog = {
    database,
    view,
    writes: createWriteBatcher(database),
    clock: options.clock,
    ticker: options.ticker ?? systemTicker,
    logger: options.logger,
    sessionTimeoutInMs: options.sessionTimeoutInMs ?? 4_000,
  };
  return createEventLog(log, database);
}

function createEventLog(log: GroupLog, database: SqliteDatabase): EventLog {
  const running = new Set<Consumption>();
  const keep = (consumption: Consumption): Consumption => {
    running.add(consumption);
    const close = async () => {
      running.delete(consumption);
      await consumption.close();
    };
    return { close, [Symbol.asyncDispose]: close };
  };
  const close = async () => {
    await Promise.all([...running].map((consumption) => consumption.close()));
    log.view.close();
    await database.close();
  };
  return {
    ...createAdministration(log),
    append: (records) => append(log, records),
    consume: async (options) => keep(await startGroupMember(log, options)),
    async follow(options) {
      await log.view.refresh();
      return keep(startFollower(log, options));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function append({ writes, view, clock }: GroupLog, records: readonly NewRecord[]): Promise<Position[]> {
  if (records.length === 0) return [];
  // Another process may have declared the topic a moment ago.
  if (records.some((record) => !view.topics().has(record.topic))) await view.refresh();
  const topics = view.topics();
  const placed = records.map((record) => ({ record, stream: streamOf(topics, record.topic, record.key) }));
  return writes.run((transaction) => appendRecords(transaction, placed, clock.now()));
}

type Administration = Pick<EventLog, 'declareTopics' | 'read' | 'forget' | 'lag' | 'seek' | 'topics'>;

function createAdministration({ database, writes, view, clock }: GroupLog): Administration {
  return {
    async declareTopics(topics) {
      await view.refresh();
      const missing = topics.filter((topic) => !view.topics().has(topic.name));
      if (missing.length === 0) return;
      await writes.run(async (transaction) => {
        for (const { name, partitions } of missing) await declareTopic(transaction, name, partitions);
      });
      await view.refresh();
    },
    async read(from, limit) {
      const stream = await findStream(view, from);
      return readRecords(database, stream, { offset: from.offset, limit });
    },
    async forget(before) {
      const stream = await findStream(view, before);
      await writes.run((transaction) => forgetRecords(transaction, stream, before.offset));
    },
    lag: (group) => readLag(database, group),
    async seek(group, position) {
      const stream = await findStream(view, position);
      const to = { stream: stream.id, offset: position.offset };
      await writes.run((transaction) => seekGroup(transaction, group, { ...to, now: clock.now() }));
    },
    async topics() {
      await view.refresh();
      return [...view.topics()].map(([name, streams]) => ({ name, partitions: streams.length }));
    },
  };
}

async function findStream(view: LogView, { topic, partition }: Position): Promise<Stream> {
  if (!view.topics().has(topic)) await view.refresh();
  const stream = view.topics().get(topic)?.[partition];
  if (!stream) throw new Error(`Topic ${topic} has no partition ${partition}.`);
  return stream;
}
