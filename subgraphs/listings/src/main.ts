import { openDataFolder } from '@meridian/platform/config/data-folder';
import { openSecrets } from '@meridian/platform/config/secrets';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createInternalTokens } from '@meridian/platform/identity/internal-token';
import { createIds } from '@meridian/platform/ids/ids';
import { createLogger } from '@meridian/platform/observability/logger';
import { createShutdown } from '@meridian/platform/shutdown/shutdown';
import { serveSubgraph } from '@meridian/platform/subgraph/serve-subgraph';
import { systemClock as clock } from '@meridian/platform/time/clock';
import { topics } from '@meridian/schema/events/registry';
import { composeListings } from './compose.ts';
import { type ListingsEnvironment, readEnvironment } from './environment.ts';

/** Puts the service together as a process of its own and serves it over HTTP. */
async function run(environment: ListingsEnvironment): Promise<void> {
  const logger = createLogger({ service: 'listings', level: environment.LOG_LEVEL });
  const shutdown = createShutdown({ logger, timeoutInMs: 10_000 });
  shutdown.on(['SIGINT', 'SIGTERM']);
  const folder = await openDataFolder(environment.MERIDIAN_DATA);
  const secrets = await openSecrets(folder.secrets);
  const log = await openSqliteEventLog({ file: folder.eventLog, clock, logger });
  shutdown.register('event log', () => log.close());
  await log.declareTopics(topics);
  const listings = await composeListings({
    databaseFile: folder.database('listings'),
    ...{ log, clock, logger, secrets },
    ids: createIds({ clock }),
    exchangeRatesUrl: environment.EXCHANGE_RATES_URL,
  });
  shutdown.register('listings', () => listings.close());
  await listings.start();
  const internalTokens = createInternalTokens({ key: secrets.internalKey, clock });
  const { LISTINGS_PORT: port, LISTINGS_HOST: host } = environment;
  const served = await serveSubgraph(listings.definition, { port, host, internalTokens, logger });
  shutdown.register('http', () => served.close());
  const rates = environment.EXCHANGE_RATES_URL === undefined ? 'reference table' : 'http';
  logger.info(
    { url: served.url, backends: { sql: 'sqlite', eventLog: 'sqlite', rates } },
    'listings answers the gateway.',
  );
}

const settings = readEnvironment(process.env);
if (settings.ok) await run(settings.environment);
else {
  process.stderr.write(`${settings.problems.join('\n')}\n`);
  process.exitCode = 2;
}
