import type { z } from 'zod';
import type { CloudEvent } from '../event-log/cloud-event.ts';
import type { Diagnostics } from '../event-log/diagnostics.ts';
import type { Consumption, EventLog, LogRecord, Position } from '../event-log/event-log.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { pruneInbox } from '../inbox/sql-inbox.ts';
import { giveWay } from '../sql/event-loop-slice.ts';
import type { SqlDatabase, SqlTransaction } from '../sql/sql-database.ts';
import type { Clock } from '../time/clock.ts';
import { type ApplyDeps, applyFresh, applyInOneTransaction } from './apply-events.ts';
import { defaultRetryPolicy, type RetryPolicy } from './backoff.ts';
import { toDeadLetter } from './dead-letters.ts';
import { type Classify, createClassifier, type Incoming } from './incoming-event.ts';
import { deadLetterTopic } from './letter-entry.ts';
import { listParkedEvents, type ParkedEvent, unparkEvent } from './parked-events.ts';
import { createPatience } from './patience.ts';

/**
 * What a service does with one version of one event type. `apply` runs in the transaction that also writes the inbox: it must
 * do nothing but change this database and add to this outbox. It gets the fresh events of one batch in log order, one or many:
 * bulk statements are welcome. A throw rolls all of it back and it is tried again.
 */
export type EventHandler<Data = never> = Readonly<{
  topic: string;
  type: string;
  version: number;
  /** Validates `data`; an event that does not fit goes to the dead letters. */
  schema: z.ZodType<Data>;
  apply: (transaction: SqlTransaction, events: readonly CloudEvent<Data>[]) => Promise<void>;
}>;

/** Lets the compiler infer `Data` from the schema, then forgets it so that handlers can stand in one list. */
export const eventHandler = <Data>(handler: EventHandler<Data>): EventHandler => handler as unknown as EventHandler;

/** What a consumer works with. `random` answers a number in [0, 1). */
export type EffectConsumerDeps = Readonly<{
  log: EventLog;
  database: SqlDatabase;
  inbox: Inbox;
  clock: Clock;
  logger: Diagnostics;
  random?: () => number;
}>;

/** Which group it is and what it does. */
export type EffectConsumerOptions = Readonly<{
  group: string;
  handlers: readonly EventHandler[];
  retry?: RetryPolicy;
  maxBatch?: number;
  /** Told after each commit, of the events that were new. Must not throw. */
  onApplied?: (events: readonly CloudEvent[]) => void;
}>;

/**
 * Starts a member of a group whose handlers change this database: once in effect, whatever is delivered how often.
 *
 * A batch of one partition is one transaction with its inbox rows. When it fails, its events are applied one by one, each tried
 * `retry.maxAttempts` times with exponential backoff; then the event goes to `<topic>.dlq` and the next one is taken. A busy
 * database is waited for and never counts as a failure. Data that its schema refuses is a dead letter at once. A version that
 * no handler knows is parked, and applied when a later release that knows it starts.
 */
export async function startEffectConsumer(
  deps: EffectConsumerDeps,
  options: EffectConsumerOptions,
): Promise<Consumption> {
  const consumer = createConsumer(deps, options);
  const topics = [...new Set(options.handlers.map((handler) => handler.topic))];
  await deps.log.declareTopics(topics.map((topic) => ({ name: deadLetterTopic(topic), partitions: 1 })));
  await consumer.applyParked();
  const { group, maxBatch } = options;
  const limit = maxBatch === undefined ? {} : { maxBatch };
  const consumption = await deps.log.consume({ group, topics, handle: consumer.handle, ...limit });
  const stopPruning = startPruning(deps);
  const close = async () => {
    stopPruning();
    consumer.giveUp();
    await consumption.close();
  };
  return { close, [Symbol.asyncDispose]: close };
}

const pruneEveryInMs = 3_600_000;

function startPruning({ database, clock, logger }: EffectConsumerDeps): () => void {
  const timer = setInterval(() => {
    pruneInbox(database, clock).catch((error) => logger.warn({ error }, 'The inbox could not be pruned.'));
  }, pruneEveryInMs);
  timer.unref();
  return () => clearInterval(timer);
}

type Consumer = Readonly<{
  handle: (records: readonly LogRecord[]) => Promise<void>;
  applyParked: () => Promise<void>;
  /** Ends waiting between attempts: the batch in hand is left to the next member. */
  giveUp: () => void;
}>;

function createConsumer(deps: EffectConsumerDeps, options: EffectConsumerOptions): Consumer {
  const { group, onApplied = () => undefined } = options;
  const apply: ApplyDeps = { ...deps, group, onApplied };
  const classify = createClassifier(options.handlers);
  const retry = options.retry ?? defaultRetryPolicy;
  const patience = createPatience(retry, deps.random ?? Math.random);

  const bury = async (record: LogRecord, cause: Error, attempts: number) => {
    const { topic, partition, offset, eventId } = record;
    deps.logger.error({ error: cause, group, topic, partition, offset, eventId }, 'An event became a dead letter.');
    await deps.log.append([toDeadLetter(record, { group, cause, attempts, now: deps.clock.now() })]);
  };
  const applyOne = async (item: Incoming) => {
    const failure = await patience.attempt(() => applyInOneTransaction(apply, [item]));
    if (failure && item.kind !== 'ignore') await bury(item.record, failure, retry.maxAttempts);
  };
  const handle = async (records: readonly LogRecord[]) => {
    const incoming: Incoming[] = [];
    for (const record of records) {
      await giveWay();
      incoming.push(classify(record));
    }
    const failure = await patience.once(() => applyInOneTransaction(apply, incoming));
    if (failure) {
      deps.logger.warn(
        { error: failure, group, events: records.length },
        'A batch failed. Its events are applied one by one.',
      );
      for (const item of incoming) await applyOne(item);
    }
    for (const item of incoming) if (item.kind === 'refuse') await bury(item.record, item.cause, 1);
  };
  return { handle, applyParked: () => applyParked(apply, classify, deps.logger), giveUp: patience.giveUp };
}

const parkedPerPage = 200;

/** What an earlier release parked, page by page: a release that was put back for a day may have parked very many. */
async function* readParked({ database, group }: ApplyDeps): AsyncGenerator<ParkedEvent, void, void> {
  for (let after: Position | undefined; ; ) {
    const page = await listParkedEvents(database, group, { after, limit: parkedPerPage });
    yield* page;
    after = page.at(-1)?.record;
    if (after === undefined) return;
  }
}

/** Applies what an earlier release parked and this one knows. What still fails stays parked. */
async function applyParked(deps: ApplyDeps, classify: Classify, logger: Diagnostics): Promise<void> {
  for await (const { record, dataschema } of readParked(deps)) {
    const item = classify(record);
    if (item.kind !== 'apply') continue;
    try {
      await deps.database.transaction(async (transaction) => {
        await applyFresh(transaction, deps, [item]);
        await unparkEvent(transaction, deps.group, item.event.id);
      });
    } catch (error) {
      logger.warn({ error, group: deps.group, dataschema, eventId: record.eventId }, 'A parked event stays parked.');
    }
  }
}
