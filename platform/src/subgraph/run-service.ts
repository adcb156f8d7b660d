import { type DataFolder, openDataFolder } from '../config/data-folder.ts';
import type { EnvironmentResult } from '../config/environment.ts';
import { openSecrets } from '../config/secrets.ts';
import { addressIn, type BaseEnvironment, type ServiceEnvironment } from '../config/service-settings.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite-event-log.ts';
import { createInternalTokens } from '../identity/internal-token.ts';
import { createIds } from '../ids/ids.ts';
import { createLogger } from '../observability/logger.ts';
import { createShutdown, type Shutdown } from '../shutdown/shutdown.ts';
import { systemClock as clock } from '../time/clock.ts';
import { serveSubgraph } from './serve-subgraph.ts';
import type { Service, ServiceFoundation } from './service.ts';

/** A service as a process of its own. */
export type ServiceProcess<Name extends string, Environment> = Readonly<{
  name: Name;
  /** What `readEnvironment(process.env)` answered. */
  settings: EnvironmentResult<Environment>;
  /** Declared before anything is composed. */
  topics: Parameters<EventLog['declareTopics']>[0];
  compose(
    foundation: ServiceFoundation,
    own: Readonly<{ environment: Environment; folder: DataFolder }>,
  ): Promise<Service>;
  /** Which backends serve it besides SQL and the event log, told at the start. */
  backends?: (environment: Environment) => Readonly<Record<string, string>>;
}>;

type Opened = Readonly<{ foundation: ServiceFoundation; folder: DataFolder; shutdown: Shutdown }>;

async function openFoundation(name: string, environment: BaseEnvironment): Promise<Opened> {
  const logger = createLogger({ service: name, level: environment.LOG_LEVEL });
  const shutdown = createShutdown({ logger, timeoutInMs: 10_000 });
  shutdown.on(['SIGINT', 'SIGTERM']);
  // Started by a host and the host is gone: nobody is left to stop this process, or to ask it anything.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const folder = await openDataFolder(environment.MERIDIAN_DATA);
  const secrets = await openSecrets(folder.secrets);
  const log = await openSqliteEventLog({ file: folder.eventLog, clock, logger });
  shutdown.register('event log', () => log.close());
  const foundation = { databaseFile: folder.database(name), log, clock, ids: createIds({ clock }), logger, secrets };
  return { foundation, folder, shutdown };
}

async function serve<Name extends string, Environment extends ServiceEnvironment<Name>>(
  { name, topics, compose, backends }: ServiceProcess<Name, Environment>,
  environment: Environment,
): Promise<void> {
  const { foundation, folder, shutdown } = await openFoundation(name, environment);
  const { log, logger, secrets } = foundation;
  await log.declareTopics(topics);
  const service = await compose(foundation, { environment, folder });
  shutdown.register(name, () => service.close());
  await service.start();
  const internalTokens = createInternalTokens({ key: secrets.internalKey, clock });
  const served = await serveSubgraph(service.definition, { ...addressIn(name, environment), internalTokens, logger });
  shutdown.register('http', () => served.close());
  logger.info(
    { url: served.url, backends: { sql: 'sqlite', eventLog: 'sqlite', ...backends?.(environment) } },
    `${name} answers the gateway.`,
  );
}

/**
 * Runs a service until a signal ends it: opens the data folder, composes the service on it, starts its work and serves it over
 * HTTP. With wrong settings it tells every problem and sets the exit code to 2.
 */
export async function runService<Name extends string, Environment extends ServiceEnvironment<Name>>(
  service: ServiceProcess<Name, Environment>,
): Promise<void> {
  const { settings } = service;
  if (settings.ok) return serve(service, settings.environment);
  process.stderr.write(`${settings.problems.join('\n')}\n`);
  process.exitCode = 2;
}
