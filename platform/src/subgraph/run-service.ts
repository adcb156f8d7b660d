import { type DataFolder, openDataFolder } from '../config/data-folder.ts';
import type { EnvironmentResult } from '../config/environment.ts';
import { openSecrets, type SecretName } from '../config/secrets.ts';
import { addressIn, type ServiceEnvironment } from '../config/service-settings.ts';
import { createKeptFor } from '../event-log/kept-for.ts';
import { startRetention } from '../event-log/retention.ts';
import { openSqliteEventLog } from '../event-log/sqlite-event-log.ts';
import { createInternalTokens } from '../identity/internal-token.ts';
import { createIds } from '../ids/ids.ts';
import { type ProcessParts, runProcess } from '../shutdown/run-process.ts';
import { systemClock as clock } from '../time/clock.ts';
import { serveSubgraph } from './serve-subgraph.ts';
import type { Service, ServiceFoundation } from './service.ts';

/** A service as a process of its own. */
export type ServiceProcess<Name extends string, Environment, Key extends SecretName> = Readonly<{
  name: Name;
  /** What `readEnvironment(process.env)` answered. */
  settings: EnvironmentResult<Environment>;
  /** The keys that it works with. Its process has these, the one by which it knows the gateway, and no others. */
  secrets: readonly Key[];
  /** Declared before anything is composed. */
  topics: readonly Readonly<{ name: string; partitions: number; keepDays?: number }>[];
  compose(
    foundation: ServiceFoundation<Key>,
    own: Readonly<{ environment: Environment; folder: DataFolder }>,
  ): Promise<Service>;
  /** Which backends serve it besides SQL and the event log, told at the start. */
  backends?: (environment: Environment) => Readonly<Record<string, string>>;
}>;

async function openFoundation<Key extends SecretName>(
  { name, secrets: names, topics }: Pick<ServiceProcess<string, unknown, Key>, 'name' | 'secrets' | 'topics'>,
  folder: DataFolder,
  { logger, shutdown }: ProcessParts,
): Promise<ServiceFoundation<Key>> {
  const secrets = await openSecrets(folder.secrets, names);
  const log = await openSqliteEventLog({ file: folder.eventLog, clock, logger });
  shutdown.register('event log', () => log.close());
  await log.declareTopics(topics);
  return { databaseFile: folder.database(name), log, clock, ids: createIds({ clock }), logger, secrets };
}

async function serve<Name extends string, Environment extends ServiceEnvironment<Name>, Key extends SecretName>(
  process: ServiceProcess<Name, Environment, Key>,
  environment: Environment,
  parts: ProcessParts,
): Promise<void> {
  const { name, backends } = process;
  const { logger, shutdown, signal } = parts;
  const folder = await openDataFolder(environment.MERIDIAN_DATA);
  const foundation = await openFoundation(process, folder, parts);
  signal.throwIfAborted();
  const service = await process.compose(foundation, { environment, folder });
  shutdown.register(name, () => service.close());
  signal.throwIfAborted();
  await service.start();
  const keptFor = createKeptFor(environment.EVENT_LOG_KEEP_DAYS, process.topics);
  const retention = startRetention({ log: foundation.log, clock, logger, keptFor });
  shutdown.register('retention', async () => retention[Symbol.asyncDispose]());
  const { internalKey } = await openSecrets(folder.secrets, ['internalKey']);
  const served = await serveSubgraph(service.definition, {
    ...addressIn(name, environment),
    internalTokens: createInternalTokens({ key: internalKey, clock }),
    logger,
    readiness: () => service.readiness(),
  });
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
export const runService = <Name extends string, Environment extends ServiceEnvironment<Name>, Key extends SecretName>(
  service: ServiceProcess<Name, Environment, Key>,
): Promise<void> =>
  runProcess({
    name: service.name,
    settings: service.settings,
    start: (environment, parts) => serve(service, environment, parts),
    shutdownTimeoutInMs: 10_000,
  });
