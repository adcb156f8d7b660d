import type { Secrets } from '@meridian/platform/config/secrets';
import { deadLetterTopic } from '@meridian/platform/consumer/dead-letters';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import type { Consumption, EventLog } from '@meridian/platform/event-log/event-log';
import { type Cursors, createCursors } from '@meridian/platform/identity/cursor';
import type { Ids } from '@meridian/platform/ids/ids';
import { createLogger, type Logger } from '@meridian/platform/observability/logger';
import { openSqliteDatabase, type SqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { Clock } from '@meridian/platform/time/clock';
import { createBatchingTrackingLog } from './adapters/batching-tracking-log.ts';
import { findMigrationsFolder } from './adapters/migrations-folder.ts';
import { createReferenceExchangeRates } from './adapters/reference-exchange-rates.ts';
import { createSqlLogRecords } from './adapters/sql-log-records.ts';
import { createSqlRawEvents } from './adapters/sql-raw-events.ts';
import { createSqlReports } from './adapters/sql-reports.ts';
import { createSqlRollupParts } from './adapters/sql-rollup-parts.ts';
import { createSqlVendorProfiles } from './adapters/sql-vendor-profiles.ts';
import { createTeeLogger } from './adapters/tee-logger.ts';
import type { AnalyticsApplication } from './application/analytics-application.ts';
import { createLiveEvents } from './application/live-events.ts';
import { createLiveHub, type LiveHub } from './application/live-hub.ts';
import { createLogIntake, type LogIntake } from './application/log-intake.ts';
import { createRecordEvents, createReplayParked } from './application/record-events.ts';
import { createReports } from './application/reports.ts';
import { createTrackEvents } from './application/track-events.ts';
import { consumedTopics, consumerGroup as group, isUnreadable } from './events/consumed.ts';
import { createTrackingEvents } from './events/published.ts';
import type { TrackingLog } from './ports/tracking-log.ts';
import type { AnalyticsContext } from './resolvers/context.ts';
import { createAnalyticsSubgraph } from './subgraph.ts';

export type AnalyticsDependencies = Readonly<{
  databaseFile: string;
  log: EventLog;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  secrets: Pick<Secrets, 'cursorKey'>;
}>;

/** Whether a service can do its work, and if not, why. */
export type Readiness = Readonly<{ ready: boolean; reasons: readonly string[] }>;

/** The analytics service without a transport: the embedded host and `main.ts` serve the same one. */
export interface Analytics extends AsyncDisposable {
  readonly definition: SubgraphDefinition<AnalyticsContext>;
  readonly application: AnalyticsApplication;
  /** Starts the consumer of every topic, the live reader, and the forgetting of old raw events. */
  start(): Promise<void>;
  /** Ready when it has started and its consumer has caught up. */
  readiness(): Promise<Readiness>;
  /** Resolves when every tracking event that was accepted before the call is in the event log. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** A cursor leads on for seven days or more; the eighth day covers a client's last second. */
const keptInMs = 8 * 86_400_000;
const forgetEveryInMs = 3_600_000;
/** Large enough for a bulk statement to pay, small enough to be stored in some 20 ms. */
const maxBatch = 500;

type Stores = Readonly<ReturnType<typeof openStores>>;

const openStores = (deps: AnalyticsDependencies, database: SqliteDatabase) => ({
  raw: createSqlRawEvents({ database, ids: deps.ids }),
  parts: createSqlRollupParts({ database }),
  vendors: createSqlVendorProfiles({ database }),
  reports: createSqlReports({ database }),
  logRecords: createSqlLogRecords({ database }),
});

type Parts = Readonly<{ stores: Stores; hub: LiveHub; tracking: TrackingLog; logs: LogIntake; cursors: Cursors }>;

function createApplication(deps: AnalyticsDependencies, parts: Parts): AnalyticsApplication {
  const { log, clock, ids } = deps;
  const { stores, hub, tracking, logs, cursors } = parts;
  const createEvent = createEventFactory({ source: '/meridian/analytics', clock, ids });
  return {
    reports: createReports({ reports: stores.reports, rates: createReferenceExchangeRates() }),
    trackEvents: createTrackEvents({ tracking, toEvent: createTrackingEvents(createEvent) }),
    logs,
    searchLogs: (search) => stores.logRecords.search(search),
    liveEvents: createLiveEvents({ hub, raw: stores.raw, log, group, cursors }),
  };
}

type Running = Readonly<{ consumption: Consumption; stopForgetting: () => void }>;

function startForgetting({ clock, logger }: AnalyticsDependencies, { raw, logRecords }: Stores): () => void {
  const forgetAll = async () => {
    const before = clock.now() - keptInMs;
    await raw.forgetBefore(before);
    await logRecords.forgetBefore(new Date(before).toISOString());
  };
  const forget = () =>
    forgetAll().catch((error) => logger.warn({ err: error }, 'Old events and log records stay for now.'));
  void forget();
  const timer = setInterval(forget, forgetEveryInMs).unref();
  return () => clearInterval(timer);
}

async function startWork(deps: AnalyticsDependencies, { stores, hub }: Parts): Promise<Running> {
  const { log } = deps;
  const returned = await createReplayParked({ raw: stores.raw, log, isUnreadable })();
  if (returned > 0) deps.logger.info({ events: returned }, 'Parked events were put back.');
  await log.declareTopics(consumedTopics.map((topic) => ({ name: deadLetterTopic(topic), partitions: 1 })));
  const handle = createRecordEvents({ ...deps, ...stores });
  const consumption = await log.consume({ group, topics: consumedTopics, maxBatch, handle });
  await hub.start();
  deps.logger.info({ topics: consumedTopics.length }, 'Analytics consumes every topic.');
  return { consumption, stopForgetting: startForgetting(deps, stores) };
}

async function readinessOf(running: Running | undefined, log: EventLog): Promise<Readiness> {
  if (!running) return { ready: false, reasons: ['analytics has not started.'] };
  const behind = (await log.lag(group)).reduce((sum, { lag }) => sum + lag, 0);
  return { ready: behind === 0, reasons: behind > 0 ? [`analytics has ${behind} events to consume.`] : [] };
}

/** What this service tells is kept like what others tell. */
function recordOwnLog(logger: Logger, logs: LogIntake): Logger {
  return createTeeLogger(logger, createLogger({ service: 'analytics', level: 'info', destination: logs }));
}

function createParts(deps: AnalyticsDependencies, database: SqliteDatabase): Parts {
  const { log, logger, ids, secrets } = deps;
  const stores = openStores(deps, database);
  return {
    stores,
    hub: createLiveHub({ log, group, topics: consumedTopics }),
    tracking: createBatchingTrackingLog({ log, logger }),
    logs: createLogIntake({ records: stores.logRecords, ids }),
    cursors: createCursors({ key: secrets.cursorKey }),
  };
}

async function stopWork(parts: Parts, running: Running | undefined): Promise<void> {
  await parts.tracking.flush();
  running?.stopForgetting();
  await parts.hub.close();
  await running?.consumption.close();
  await parts.logs.flush();
}

/** Opens the database and puts the service together. Nothing runs in the background before `start`. */
export async function composeAnalytics(deps: AnalyticsDependencies): Promise<Analytics> {
  const { log } = deps;
  const database = await openSqliteDatabase({ file: deps.databaseFile, migrationsFolder: findMigrationsFolder() });
  const parts = createParts(deps, database);
  const logger = recordOwnLog(deps.logger, parts.logs);
  const application = createApplication(deps, parts);
  let running: Running | undefined;
  const close = async () => {
    await stopWork(parts, running);
    await database.close();
  };
  return {
    definition: createAnalyticsSubgraph({ ...parts.stores, application, log, cursors: parts.cursors }),
    application,
    async start() {
      running ??= await startWork({ ...deps, logger }, parts);
    },
    readiness: () => readinessOf(running, log),
    drain: () => parts.tracking.flush(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
