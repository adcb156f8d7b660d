import { join } from 'node:path';
import { createSecrets } from '@meridian/platform/config/secrets';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import type { Principal, Role } from '@meridian/platform/identity/principal';
import { createIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { type Asked, createAsk } from '@meridian/platform/testkit/ask-subgraph';
import { asUser as userWith } from '@meridian/platform/testkit/people';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { topics } from '@meridian/schema/events/registry';
import { openAnalyticsDatabase } from '../src/adapters/open-database.ts';
import { createSqlLogRecords } from '../src/adapters/sql-log-records.ts';
import { createSqlRawEvents } from '../src/adapters/sql-raw-events.ts';
import { createSqlReports } from '../src/adapters/sql-reports.ts';
import { createSqlRollupParts } from '../src/adapters/sql-rollup-parts.ts';
import { createSqlVendorProfiles } from '../src/adapters/sql-vendor-profiles.ts';
import { type AnalyticsDependencies, composeAnalytics } from '../src/compose.ts';

export const startOfTests = Date.parse('2027-03-01T09:00:00.000Z');

/** The embedded stores on a fresh file. */
export async function openSqlStores() {
  const folder = await temporaryFolder('analytics');
  const database = await openAnalyticsDatabase(join(folder.path, 'analytics.db'));
  return {
    database,
    raw: createSqlRawEvents({ database, ids: createIds() }),
    parts: createSqlRollupParts({ database }),
    vendors: createSqlVendorProfiles({ database }),
    reports: createSqlReports({ database }),
    logRecords: createSqlLogRecords({ database }),
    async [Symbol.asyncDispose]() {
      await database.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}
export type Stores = Awaited<ReturnType<typeof openSqlStores>>;

export const asUser = (roles: readonly Role[]): Principal => userWith('usr_someone', roles);
export const admin = asUser(['ADMIN']);

async function openFoundation() {
  const folder = await temporaryFolder('analytics');
  const clock = createManualClock(startOfTests);
  const log = await openSqliteEventLog({ file: join(folder.path, 'log.db'), clock, logger: silentLogger });
  await log.declareTopics(topics);
  return { folder, clock, log, secrets: createSecrets() };
}

/** A whole, started analytics service on a fresh folder, asked as the gateway asks it. */
export async function openAnalyticsService(
  options: Partial<Pick<AnalyticsDependencies, 'trackingBounds' | 'logger'>> = {},
) {
  const foundation = await openFoundation();
  const { folder, clock, log, secrets } = foundation;
  const databaseFile = join(folder.path, 'analytics.db');
  const ids = createIds({ clock });
  const deps = { databaseFile, log, clock, ids, logger: silentLogger, secrets, ...options };
  const analytics = await composeAnalytics(deps);
  await analytics.start();
  const { ask, subscribe } = createAsk(analytics.definition, { internalKey: secrets.internalKey, clock });
  return {
    ...foundation,
    analytics,
    databaseFile,
    ask: async (asked: Asked) => (await ask(asked)) as { data?: Record<string, unknown>; errors?: object[] },
    subscribe,
    append: (topic: string, events: readonly CloudEvent[]) =>
      log.append(
        events.map((event) => ({ topic, key: event.subject, eventId: event.id, value: JSON.stringify(event) })),
      ),
    /** Resolves when everything in the log is in the reports. */
    async caughtUp() {
      while (!(await analytics.readiness()).ready) await new Promise((resolve) => setImmediate(resolve));
    },
    async [Symbol.asyncDispose]() {
      await analytics.close();
      await log.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}
export type AnalyticsService = Awaited<ReturnType<typeof openAnalyticsService>>;
