import { randomBytes } from 'node:crypto';
import type { Secrets } from '@meridian/platform/config/secrets';
import { startEffectConsumer } from '@meridian/platform/consumer/effect-consumer';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import { createAccessTokenIssuer } from '@meridian/platform/identity/access-token';
import { createCursors } from '@meridian/platform/identity/cursor';
import type { Ids } from '@meridian/platform/ids/ids';
import { createSqlInbox } from '@meridian/platform/inbox/sql-inbox';
import type { Logger } from '@meridian/platform/observability/logger';
import { type OutboxRelayDeps, startOutboxRelay } from '@meridian/platform/outbox/outbox-relay';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { Clock } from '@meridian/platform/time/clock';
import { type Argon2Cost, createArgon2PasswordHasher, defaultArgon2Cost } from './adapters/argon2-password-hasher.ts';
import { createHmacRefreshTokens } from './adapters/hmac-refresh-tokens.ts';
import { openUsersDatabase, type UsersDatabase } from './adapters/open-database.ts';
import { createPrismaUserDirectory } from './adapters/prisma-user-directory.ts';
import { createSqlAttemptLimiter } from './adapters/sql-attempt-limiter.ts';
import { createSqlUserStore } from './adapters/sql-user-store.ts';
import { createUsersApplication, type UsersApplication } from './application/users-application.ts';
import { type AttemptLimits, defaultAttemptLimits } from './domain/attempts.ts';
import { consumedEvents, consumerGroup } from './events/consumed.ts';
import { createUserEvents } from './events/published.ts';
import type { UserDirectory } from './ports/user-directory.ts';
import type { UsersContext } from './resolvers/context.ts';
import { createUsersSubgraph } from './subgraph.ts';

export type UsersDependencies = Readonly<{
  databaseFile: string;
  log: EventLog;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  secrets: Pick<Secrets, 'accessKeys' | 'internalKey' | 'cursorKey'>;
  /** Stands in access tokens as `iss`; the edge checks it. */
  issuer: string;
  limits?: Partial<AttemptLimits> | undefined;
  passwordCost?: Argon2Cost | undefined;
}>;

/** Whether a service can do its work, and if not, why. */
export type Readiness = Readonly<{ ready: boolean; reasons: readonly string[] }>;

/** The users service without a transport: the embedded host and `main.ts` serve the same one. */
export interface Users extends AsyncDisposable {
  readonly definition: SubgraphDefinition<UsersContext>;
  readonly application: UsersApplication;
  /** Starts the outbox relay and the consumer of booking events. */
  start(): Promise<void>;
  /** Ready when it has started, its outbox is empty and its consumer has caught up. */
  readiness(): Promise<Readiness>;
  /** Resolves when everything committed before the call is in the event log. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

const createStore = (deps: UsersDependencies, database: UsersDatabase['database']) => {
  const createEvent = createEventFactory({ source: '/meridian/users', clock: deps.clock, ids: deps.ids });
  const outbox = createSqlOutbox({ clock: deps.clock });
  return createSqlUserStore({ database, outbox, events: createUserEvents(createEvent) });
};

async function createApplication(
  deps: UsersDependencies,
  opened: UsersDatabase,
  directory: UserDirectory,
): Promise<UsersApplication> {
  const { clock, ids, secrets, issuer } = deps;
  return createUsersApplication({
    store: createStore(deps, opened.database),
    directory,
    hasher: await createArgon2PasswordHasher(deps.passwordCost ?? defaultArgon2Cost),
    limiter: createSqlAttemptLimiter({ database: opened.database, clock }),
    limits: { ...defaultAttemptLimits, ...deps.limits },
    accessTokens: createAccessTokenIssuer({ keys: secrets.accessKeys, clock, issuer }),
    refreshTokens: createHmacRefreshTokens({ key: secrets.internalKey, randomBytes }),
    ids,
    clock,
  });
}

type Running = Readonly<{
  relay: Awaited<ReturnType<typeof startOutboxRelay>>;
  consumer: Awaited<ReturnType<typeof startEffectConsumer>>;
}>;

async function startWork(deps: UsersDependencies, database: UsersDatabase['database']): Promise<Running> {
  const { log, clock, logger } = deps;
  const relayDeps: OutboxRelayDeps = { database, log, logger, owner: 'users', clock };
  const relay = await startOutboxRelay(relayDeps);
  const inbox = createSqlInbox({ clock });
  const options = { group: consumerGroup, handlers: consumedEvents };
  const consumer = await startEffectConsumer({ log, database, inbox, clock, logger }, options);
  return { relay, consumer };
}

async function readinessOf(running: Running | undefined, log: EventLog): Promise<Readiness> {
  if (!running) return { ready: false, reasons: ['users has not started.'] };
  const waiting = await running.relay.pending();
  const behind = (await log.lag(consumerGroup)).reduce((sum, { lag }) => sum + lag, 0);
  const reasons = [
    ...(waiting > 0 ? [`users has ${waiting} events to publish.`] : []),
    ...(behind > 0 ? [`users has ${behind} events to consume.`] : []),
  ];
  return { ready: reasons.length === 0, reasons };
}

/** Opens the database and puts the service together. Nothing runs in the background before `start`. */
export async function composeUsers(deps: UsersDependencies): Promise<Users> {
  const opened = await openUsersDatabase(deps.databaseFile);
  const directory = createPrismaUserDirectory(opened);
  const application = await createApplication(deps, opened, directory);
  const cursors = createCursors({ key: deps.secrets.cursorKey });
  const definition = createUsersSubgraph({ application, directory, cursors });
  let running: Running | undefined;
  const close = async () => {
    await running?.consumer.close();
    await running?.relay.close();
    await opened.close();
  };
  return {
    definition,
    application,
    async start() {
      running ??= await startWork(deps, opened.database);
    },
    readiness: () => readinessOf(running, deps.log),
    async drain() {
      await running?.relay.drain();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
