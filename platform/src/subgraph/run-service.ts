import { type DataFolder, openDataFolder } from '../config/data-folder.ts';
import type { EnvironmentResult } from '../config/environment.ts';
import { openSecrets } from '../config/secrets.ts';
import { addressIn, type BaseEnvironment, type ServiceEnvironment } from '../config/service-settings.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite-event-log.ts';
import { createInternalTokens } from '../identity/internal-token.ts';
import { createIds } from '../ids/ids.ts';
import { type ProcessParts, runProcess } from '../shutdown/run-process.ts';
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

type Opened = Readonly<{ foundation: ServiceFoundation; folder: DataFolder }>;

async function openFoundation(name: string, environment: BaseEnvironment, parts: ProcessParts): Promise<Opened> {
  const { logger, shutdown } = parts;
  const folder = await openDataFolder(environment.MERIDIAN_DATA);
  const secrets = await openSecrets(folder.secrets);
  const log = await openSqliteEventLog({ file: folder.eventLog, clock, logger });
  shutdown.register('event log', () => log.close());
  const foundation = { databaseFile: folder.database(name), log, clock, ids: createIds({ clock }), logger, secrets };
  return { foundation, folder };
}

async function serve<Name extends string, Environment extends ServiceEnvironment<Name>>(
  { name, topics, compose, backends }: ServiceProcess<Name, Environment>,
  environment: Environment,
  { logger, shutdown }: ProcessParts,
): Promise<void> {
  const { foundation, folder } = await openFoundation(name, environment, { logger, shutdown });
  const { log, secrets } = foundation;
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
 * Runs a service as {@link runProcess} does: opens the data folder, composes the service on it, starts its work and serves it over
 * HTTP.
 */
export const runService = <Name extends string, Environment extends ServiceEnvironment<Name>>(
  service: ServiceProcess<Name, Environment>,
): Promise<void> =>
  runProcess({
    name: service.name,
    settings: service.settings,
    start: (environment, parts) => serve(service, environment, parts),
    shutdownTimeoutInMs: 10_000,
  });
