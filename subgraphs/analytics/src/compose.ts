import { setTimeout as pause } from 'node:timers/promises';
import type { SecretName } from '@meridian/platform/config/secrets';
import { createDeadLetterBook } from '@meridian/platform/consumer/dead-letter-book';
import { deadLetterTopic } from '@meridian/platform/consumer/letter-entry';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { openExchangeRates } from '@meridian/platform/exchange-rates/open-exchange-rates';
import { type Cursors, createCursors } from '@meridian/platform/identity/cursor';
import { createLogger, type Logger } from '@meridian/platform/observability/logger';
import { readyUnless } from '@meridian/platform/observability/readiness';
import type { SqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import type { BatchBounds } from '@meridian/platform/streams/bounded-batches';
import { backlogOf } from '@meridian/platform/subgraph/event-work';
import { createService, type Service, type ServiceFoundation, type Work } from '@meridian/platform/subgraph/service';
import { type RepeatedWork, startRepeatedWork } from '@meridian/platform/time/repeated-work';
import { createBatchingTrackingLog } from './adapters/batching-tracking-log.ts';
import { openAnalyticsDatabase } from './adapters/open-database.ts';
import { createSqlLogRecords } from './adapters/sql-log-records.ts';
import { createSqlRawEvents } from './adapters/sql-raw-events.ts';
import { createSqlReports } from './adapters/sql-reports.ts';
import { createSqlRollupParts } from './adapters/sql-rollup-parts.ts';
import { createSqlVendorProfiles } from './adapters/sql-vendor-profiles.ts';
import { createTeeLogger } from './adapters/tee-logger.ts';
import { type AnalyticsApplication, createAnalyticsApplication } from './application/analytics-application.ts';
import { createKeepHouse } from './application/keep-house.ts';
import { createLiveHub, type LiveHub } from './application/live-hub.ts';
import { createLogIntake, type LogIntake } from './application/log-intake.ts';
import { createRecordEvents, createReplayParked } from './application/record-events.ts';
import { consumedTopics, eventReader, consumerGroup as group } from './events/consumed.ts';
import { createCommandEvents, createTrackingEvents } from './events/published.ts';
import type { TrackingLog } from './ports/tracking-log.ts';
import type { AnalyticsContext } from './resolvers/context.ts';
import { createAnalyticsSubgraph } from './subgraph.ts';

/** The keys that it works with. */
export const analyticsSecrets = ['cursorKey'] as const satisfies readonly SecretName[];

/** What the analytics service is composed on. */
export type AnalyticsDependencies = ServiceFoundation<(typeof analyticsSecrets)[number]> &
  Readonly<{
    /** A service that answers `{ base, date, rates }` in JSON; the reference table in the repository unless given. */
    exchangeRatesUrl?: string | undefined;
    /** How tracking events are collected. Batches of 500 or 200 ms, and 20,000 held at most, unless given. */
    trackingBounds?: BatchBounds | undefined;
  }>;

/** The analytics service without a transport. In the background it consumes every topic, reads live and forgets old raw events. */
export interface Analytics extends Service<AnalyticsContext> {
  readonly application: AnalyticsApplication;
}

const pauseOfHousekeepingInMs = 600_000;
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
  const { stores, ...rest } = parts;
  const createEvent = createEventFactory({ source: '/meridian/analytics', clock, ids });
  const rates = openExchangeRates(deps);
  return createAnalyticsApplication({
    ...stores,
    ...rest,
    rates,
    log,
    deadLetters: createDeadLetterBook(log),
    group,
    pause,
    toEvent: createTrackingEvents(createEvent),
    toCommandEvent: createCommandEvents(createEvent),
  });
}

const startHousekeeping = ({ clock, logger }: AnalyticsDependencies, stores: Stores): RepeatedWork =>
  startRepeatedWork({
    work: createKeepHouse({ ...stores, clock }),
    pauseInMs: pauseOfHousekeepingInMs,
    onFailure: (error) => logger.warn({ error }, 'Old events and log records stay for now.'),
  });

async function startWork(deps: AnalyticsDependencies, { stores, hub }: Parts): Promise<Work> {
  const { log } = deps;
  const returned = await createReplayParked({ raw: stores.raw, log, reader: eventReader })();
  if (returned > 0) deps.logger.info({ events: returned }, 'Parked events were put back.');
  await log.declareTopics(consumedTopics.map((topic) => ({ name: deadLetterTopic(topic), partitions: 1 })));
  const handle = createRecordEvents({ ...deps, ...stores, group, reader: eventReader });
  const consumption = await log.consume({ group, topics: consumedTopics, maxBatch, handle });
  await hub.start();
  deps.logger.info({ topics: consumedTopics.length }, 'Analytics consumes every topic.');
  const housekeeping = startHousekeeping(deps, stores);
  return {
    readiness: async () => readyUnless(await backlogOf({ service: 'analytics', log, groups: [group] })),
    // It has no outbox: what it publishes leaves in batches, without background work.
    drain: async () => undefined,
    async close() {
      await housekeeping.close();
      await hub.close();
      await consumption.close();
    },
  };
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
    tracking: createBatchingTrackingLog({ log, logger, bounds: deps.trackingBounds }),
    logs: createLogIntake({ records: stores.logRecords, ids }),
    cursors: createCursors({ key: secrets.cursorKey }),
  };
}

/** Opens the database and puts the service together. Nothing runs in the background before `start`. */
export async function composeAnalytics(deps: AnalyticsDependencies): Promise<Analytics> {
  const database = await openAnalyticsDatabase(deps.databaseFile);
  const parts = createParts(deps, database);
  const { stores, cursors, tracking, logs } = parts;
  const application = createApplication(deps, parts);
  const service = createService({
    definition: createAnalyticsSubgraph({ application, sources: stores, cursors }),
    startWork: () => startWork({ ...deps, logger: recordOwnLog(deps.logger, logs) }, parts),
    batches: tracking,
    async close() {
      await logs.flush();
      await database.close();
    },
  });
  return { ...service, application };
}
