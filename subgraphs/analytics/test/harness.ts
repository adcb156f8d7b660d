import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecrets } from '@meridian/platform/config/secrets';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createInternalTokens } from '@meridian/platform/identity/internal-token';
import { anonymous, type Principal, type Role } from '@meridian/platform/identity/principal';
import { scopesOf } from '@meridian/platform/identity/scopes';
import { createIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createSubgraphExecutor } from '@meridian/platform/subgraph/execute-operation';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { topics } from '@meridian/schema/events/registry';
import { openAnalyticsDatabase } from '../src/adapters/open-database.ts';
import { createSqlLogRecords } from '../src/adapters/sql-log-records.ts';
import { createSqlRawEvents } from '../src/adapters/sql-raw-events.ts';
import { createSqlReports } from '../src/adapters/sql-reports.ts';
import { createSqlRollupParts } from '../src/adapters/sql-rollup-parts.ts';
import { createSqlVendorProfiles } from '../src/adapters/sql-vendor-profiles.ts';
import { composeAnalytics } from '../src/compose.ts';

export const startOfTests = Date.parse('2027-03-01T09:00:00.000Z');

export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'meridian-analytics-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** The embedded stores on a fresh file. */
export async function openSqlStores() {
  const folder = await temporaryFolder();
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

export const asUser = (roles: readonly Role[]): Principal => ({
  kind: 'user',
  userId: 'usr_someone',
  sessionId: 'ses_test',
  roles,
  scopes: scopesOf(roles),
});
export const admin = asUser(['ADMIN']);

type Asked = Readonly<{ query: string; variables?: Record<string, unknown>; as?: Principal }>;

async function openFoundation() {
  const folder = await temporaryFolder();
  const clock = createManualClock(startOfTests);
  const log = await openSqliteEventLog({ file: join(folder.path, 'log.db'), clock, logger: silentLogger });
  await log.declareTopics(topics);
  return { folder, clock, log, secrets: createSecrets() };
}

/** A whole, started analytics service on a fresh folder, asked as the gateway asks it. */
export async function openAnalyticsService() {
  const foundation = await openFoundation();
  const { folder, clock, log, secrets } = foundation;
  const databaseFile = join(folder.path, 'analytics.db');
  const logger = silentLogger;
  const analytics = await composeAnalytics({ databaseFile, log, clock, ids: createIds({ clock }), logger, secrets });
  await analytics.start();
  const tokens = createInternalTokens({ key: secrets.internalKey, clock });
  const executor = createSubgraphExecutor(analytics.definition, { verifier: tokens, logger });
  const envelopeFor = (principal: Principal) => ({
    token: tokens.issue({ principal, audience: 'analytics' }),
    requestId: 'req_test',
  });
  return {
    ...foundation,
    analytics,
    databaseFile,
    async ask({ query, variables = {}, as = anonymous }: Asked) {
      const result = await executor.execute({ query, variables }, envelopeFor(as));
      // A plain copy: graphql makes objects without a prototype, which no comparison likes.
      return JSON.parse(JSON.stringify(result)) as { data?: Record<string, unknown>; errors?: object[] };
    },
    subscribe: ({ query, variables = {}, as = anonymous }: Asked) =>
      executor.subscribe({ query, variables }, envelopeFor(as)),
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
