import type { SecretName, Secrets } from '../config/secrets.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { Ids } from '../ids/ids.ts';
import type { Logger } from '../observability/logger.ts';
import { type Readiness, readyUnless } from '../observability/readiness.ts';
import type { Clock } from '../time/clock.ts';
import type { SubgraphContext } from './subgraph-context.ts';
import type { SubgraphDefinition } from './subgraph-definition.ts';

/** What every service is composed on, in a process of its own as in the embedded host. It is given the keys it names, no others. */
export type ServiceFoundation<Key extends SecretName> = Readonly<{
  /** The service's own SQLite file. */
  databaseFile: string;
  log: EventLog;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  secrets: Pick<Secrets, Key>;
}>;

/** What runs in the background of a service, from its start until it is closed. */
export type Work = Readonly<{
  /** Ready when what was committed is published and what was published is consumed. */
  readiness(): Promise<Readiness>;
  /** Resolves when everything committed before the call is in the event log. */
  drain(): Promise<void>;
  close(): Promise<void>;
}>;

/** A service without a transport: the embedded host calls the same one in-process that `main.ts` serves over HTTP. */
export interface Service<Context extends SubgraphContext = SubgraphContext> extends AsyncDisposable {
  readonly definition: SubgraphDefinition<Context>;
  /**
   * Starts relays, consumers and what else runs in the background, once. Requests are answered without it, too.
   * @throws Error when the service is closed
   */
  start(): Promise<void>;
  /** Ready when it has started and has caught up. */
  readiness(): Promise<Readiness>;
  /** Resolves when everything accepted before the call is in the event log. */
  drain(): Promise<void>;
  /** Ends along the traffic, once: what requests left behind, the work in the background, then what both stand on. */
  close(): Promise<void>;
}

/** What a service is made of. */
export type ServiceParts<Context extends SubgraphContext> = Readonly<{
  definition: SubgraphDefinition<Context>;
  /** Called by the first `start`. When it fails it leaves nothing running. */
  startWork(): Promise<Work>;
  /** What requests hand over and leaves in batches. */
  batches?: Readonly<{ flush(): Promise<void>; close(): Promise<void> }>;
  /** Closes what everything else stands on: databases last. */
  close(): Promise<void>;
}>;

/** Puts a service together. Nothing runs in the background before `start`. */
export function createService<Context extends SubgraphContext>(parts: ServiceParts<Context>): Service<Context> {
  const { definition, batches } = parts;
  let starting: Promise<Work> | undefined;
  let running: Work | undefined;
  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    await batches?.close();
    // A start under way is waited for: what it opens would have nobody left to close it. One that failed has left nothing.
    const work = await starting?.catch(() => undefined);
    await work?.close();
    await parts.close();
  };
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  return {
    definition,
    async start() {
      if (closing !== undefined) throw new Error(`${definition.name} is closed and cannot start.`);
      starting ??= parts.startWork();
      running = await starting;
    },
    readiness: async () => (await running?.readiness()) ?? readyUnless([`${definition.name} has not started.`]),
    async drain() {
      await batches?.flush();
      await (await starting)?.drain();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
