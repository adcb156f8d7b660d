import { randomBytes } from 'node:crypto';
import type { SecretName } from '@meridian/platform/config/secrets';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { createAccessTokenIssuer } from '@meridian/platform/identity/access-token';
import { createCursors } from '@meridian/platform/identity/cursor';
import { createSqlOutbox, createSqlOutboxMonitor } from '@meridian/platform/outbox/sql-outbox';
import { startEventWork } from '@meridian/platform/subgraph/event-work';
import { createService, type Service, type ServiceFoundation } from '@meridian/platform/subgraph/service';
import { type Argon2Cost, createArgon2PasswordHasher, defaultArgon2Cost } from './adapters/argon2-password-hasher.ts';
import { createHmacRefreshTokens } from './adapters/hmac-refresh-tokens.ts';
import { openUsersDatabase, type UsersDatabase } from './adapters/open-database.ts';
import { createPrismaUserDirectory } from './adapters/prisma-user-directory.ts';
import { createSqlAirportBook, createSqlAirports } from './adapters/sql-airports.ts';
import { createSqlAttemptLimiter } from './adapters/sql-attempt-limiter.ts';
import { createSqlUserStore } from './adapters/sql-user-store.ts';
import { createUsersApplication, type UsersApplication } from './application/users-application.ts';
import { type AttemptLimits, defaultAttemptLimits } from './domain/attempts.ts';
import { consumedEvents, consumerGroup } from './events/consumed.ts';
import { createUserEvents } from './events/published.ts';
import type { Airports } from './ports/airports.ts';
import type { UserDirectory } from './ports/user-directory.ts';
import type { UsersContext } from './resolvers/context.ts';
import { createUsersSubgraph } from './subgraph.ts';

/** The keys that access and refresh tokens and cursors rest on. */
export const usersSecrets = ['accessKeys', 'internalKey', 'cursorKey'] as const satisfies readonly SecretName[];

/** What the host gives, the keys that access and refresh tokens rest on, and this deployment's settings. */
export type UsersDependencies = ServiceFoundation<(typeof usersSecrets)[number]> &
  Readonly<{
    /** Stands in access tokens as `iss`; the edge checks it. */
    issuer: string;
    /** What differs from `defaultAttemptLimits`. */
    limits?: Partial<AttemptLimits> | undefined;
    /** What one hash costs, where it shall not be `defaultArgon2Cost`: tests hash cheaply. */
    passwordCost?: Argon2Cost | undefined;
  }>;

/** The users service without a transport. In the background it publishes its events and consumes those of bookings and listings. */
export interface Users extends Service<UsersContext> {
  readonly application: UsersApplication;
}

const createStore = (deps: UsersDependencies, database: UsersDatabase['database']) => {
  const createEvent = createEventFactory({ source: '/meridian/users', clock: deps.clock, ids: deps.ids });
  const outbox = createSqlOutbox({ clock: deps.clock });
  return createSqlUserStore({ database, outbox, events: createUserEvents(createEvent) });
};

type Parts = Readonly<{ opened: UsersDatabase; directory: UserDirectory; airports: Airports }>;

async function createApplication(deps: UsersDependencies, parts: Parts): Promise<UsersApplication> {
  const { clock, ids, secrets, issuer } = deps;
  const { opened, directory, airports } = parts;
  return createUsersApplication({
    store: createStore(deps, opened.database),
    outbox: createSqlOutboxMonitor(opened),
    directory,
    airports,
    hasher: await createArgon2PasswordHasher(deps.passwordCost ?? defaultArgon2Cost),
    limiter: createSqlAttemptLimiter({ database: opened.database, clock }),
    limits: { ...defaultAttemptLimits, ...deps.limits },
    accessTokens: createAccessTokenIssuer({ keys: secrets.accessKeys, clock, issuer }),
    refreshTokens: createHmacRefreshTokens({ key: secrets.internalKey, randomBytes }),
    ids,
    clock,
  });
}

/** Opens the database and puts the service together. Nothing runs in the background before `start`. */
export async function composeUsers(deps: UsersDependencies): Promise<Users> {
  const opened = await openUsersDatabase(deps.databaseFile);
  const directory = createPrismaUserDirectory(opened);
  const airports = createSqlAirports(opened.database);
  const application = await createApplication(deps, { opened, directory, airports });
  const cursors = createCursors({ key: deps.secrets.cursorKey });
  const service = createService({
    definition: createUsersSubgraph({ application, directory, cursors }),
    startWork: () =>
      startEventWork({ ...deps, service: 'users', database: opened.database }, [
        { group: consumerGroup, handlers: consumedEvents({ airports: createSqlAirportBook }) },
      ]),
    close: () => opened.close(),
  });
  return { ...service, application };
}
