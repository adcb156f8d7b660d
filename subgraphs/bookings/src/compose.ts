import type { SecretName } from '@meridian/platform/config/secrets';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { createCursors } from '@meridian/platform/identity/cursor';
import { createSqlOutbox, createSqlOutboxMonitor } from '@meridian/platform/outbox/sql-outbox';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { startEventWork } from '@meridian/platform/subgraph/event-work';
import { createService, type Service, type ServiceFoundation, type Work } from '@meridian/platform/subgraph/service';
import { createOfferReader } from './adapters/jose-offer-reader.ts';
import { type BookingsDatabase, openBookingsDatabase, openSandboxDatabase } from './adapters/open-database.ts';
import { createPrismaBookingReader } from './adapters/prisma-booking-reader.ts';
import { createSandboxPayments } from './adapters/sandbox/sandbox-payments.ts';
import { createAnnouncer, createSqlBookingStore } from './adapters/sql/sql-booking-store.ts';
import { createSqlBookings } from './adapters/sql/sql-bookings.ts';
import { createSqlDueWork } from './adapters/sql/sql-due-work.ts';
import { findKnownListings, storeListings } from './adapters/sql/sql-known-listings.ts';
import { createSqlOperations } from './adapters/sql/sql-operations.ts';
import { createSqlStockCheck } from './adapters/sql/sql-stock.ts';
import { type BookingsApplication, createBookingsApplication } from './application/bookings-application.ts';
import { startSweeper } from './application/sweeper.ts';
import { consumedEvents } from './events/consumed.ts';
import { typeDefs } from './generated/type-defs.ts';
import type { BookingReader } from './ports/booking-reader.ts';
import type { PaymentProvider } from './ports/payment-provider.ts';
import type { BookingsContext } from './resolvers/context.ts';
import { createBookingsSubgraph } from './subgraph.ts';

/** The consumer group under which every replica shares the work. */
const consumerGroup = 'bookings';

/** Public keys check offers. Private ones have no business here. */
export const bookingsSecrets = ['offerPublicKeys', 'cursorKey'] as const satisfies readonly SecretName[];

/** What the host gives, the keys that offers are checked by, and where payments go. */
export type BookingsDependencies = ServiceFoundation<(typeof bookingsSecrets)[number]> &
  Readonly<{
    /** Where payments go: a file for the sandbox's books, or a provider. A provider is closed by whoever opened it. */
    payments: Readonly<{ sandboxFile: string }> | PaymentProvider;
    /** How many bookings an account may hold at once: ten unless given. */
    holdsPerAccount?: number | undefined;
  }>;

/** The bookings service without a transport. In the background it publishes, consumes listing events, and sweeps what is due. */
export interface Bookings extends Service<BookingsContext> {
  readonly application: BookingsApplication;
}

const withEvents = (deps: BookingsDependencies) => ({
  ...deps,
  outbox: createSqlOutbox({ clock: deps.clock }),
  createEvent: createEventFactory({ source: '/meridian/bookings', clock: deps.clock, ids: deps.ids }),
});

function createApplication(
  deps: BookingsDependencies,
  opened: BookingsDatabase,
  adapters: Readonly<{ reader: BookingReader; provider: PaymentProvider }>,
): BookingsApplication {
  const { database } = opened;
  const { clock, ids, logger } = deps;
  return createBookingsApplication({
    store: createSqlBookingStore({ ...withEvents(deps), database }),
    outbox: createSqlOutboxMonitor({ database }),
    stock: createSqlStockCheck(database),
    due: createSqlDueWork(database),
    offers: createOfferReader({ publicKeys: deps.secrets.offerPublicKeys, clock }),
    findListings: (listingIds) => findKnownListings(database, listingIds),
    ...adapters,
    holdsPerAccount: deps.holdsPerAccount ?? 10,
    clock,
    ids,
    logger,
  });
}

const handlersOf = (deps: BookingsDependencies) =>
  consumedEvents({
    storeListings,
    announce: createAnnouncer(withEvents(deps)),
    async forgetUser(transaction, userId) {
      await createSqlBookings(transaction).forgetTraveler(userId);
      await createSqlOperations(transaction, deps).forgetCaller(userId);
    },
  });

type Served = Readonly<{ database: SqlDatabase; reader: BookingReader; application: BookingsApplication }>;

async function startWork(deps: BookingsDependencies, { database, reader, application }: Served): Promise<Work> {
  const groups = [{ group: consumerGroup, handlers: handlersOf(deps) }];
  const events = await startEventWork({ ...deps, service: 'bookings', database }, groups);
  const { lapseDue, settleDue, purge } = application;
  // Apart: what waits for the provider must not keep stock held.
  const sweepers = [
    startSweeper({ sweep: lapseDue, purge, logger: deps.logger }),
    startSweeper({ sweep: settleDue, logger: deps.logger }),
  ];
  // Prisma compiles its first query for half a second: before the first client comes, not while it waits.
  await reader.bookings(['']);
  return {
    ...events,
    async close() {
      await Promise.all(sweepers.map((sweeper) => sweeper.close()));
      await events.close();
    },
  };
}

async function openPayments(payments: BookingsDependencies['payments']) {
  if (!('sandboxFile' in payments)) return { provider: payments, close: async () => {} };
  const provider = createSandboxPayments(await openSandboxDatabase(payments.sandboxFile));
  return { provider, close: () => provider.close() };
}

/** Opens the databases and puts the service together. Nothing runs in the background before `start`. */
export async function composeBookings(deps: BookingsDependencies): Promise<Bookings> {
  const opened = await openBookingsDatabase(deps.databaseFile);
  const payments = await openPayments(deps.payments);
  const reader = createPrismaBookingReader(opened);
  const application = createApplication(deps, opened, { reader, provider: payments.provider });
  const cursors = createCursors({ key: deps.secrets.cursorKey });
  const service = createService({
    definition: createBookingsSubgraph({ typeDefs, application, reader, cursors }),
    startWork: () => startWork(deps, { database: opened.database, reader, application }),
    async close() {
      await payments.close();
      await opened.close();
    },
  });
  return { ...service, application };
}
