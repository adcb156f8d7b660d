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
import { composeUsers } from './compose.ts';
import { readEnvironment, type UsersEnvironment } from './environment.ts';

/** Puts the service together as a process of its own and serves it over HTTP. */
async function run(environment: UsersEnvironment): Promise<void> {
  const logger = createLogger({ service: 'users', level: environment.LOG_LEVEL });
  const shutdown = createShutdown({ logger, timeoutInMs: 10_000 });
  shutdown.on(['SIGINT', 'SIGTERM']);
  const folder = await openDataFolder(environment.MERIDIAN_DATA);
  const secrets = await openSecrets(folder.secrets);
  const log = await openSqliteEventLog({ file: folder.eventLog, clock, logger });
  shutdown.register('event log', () => log.close());
  await log.declareTopics(topics);
  const users = await composeUsers({
    databaseFile: folder.database('users'),
    log,
    clock,
    ids: createIds({ clock }),
    logger,
    secrets,
    issuer: environment.TOKEN_ISSUER,
    limits: environment.SIGN_UPS_PER_ADDRESS ? { signUpsPerAddress: environment.SIGN_UPS_PER_ADDRESS } : undefined,
  });
  shutdown.register('users', () => users.close());
  await users.start();
  const internalTokens = createInternalTokens({ key: secrets.internalKey, clock });
  const { USERS_PORT: port, USERS_HOST: host } = environment;
  const served = await serveSubgraph(users.definition, { port, host, internalTokens, logger });
  shutdown.register('http', () => served.close());
  logger.info({ url: served.url, backends: { sql: 'sqlite', eventLog: 'sqlite' } }, 'users answers the gateway.');
}

const settings = readEnvironment(process.env);
if (settings.ok) await run(settings.environment);
else {
  process.stderr.write(`${settings.problems.join('\n')}\n`);
  process.exitCode = 2;
}
