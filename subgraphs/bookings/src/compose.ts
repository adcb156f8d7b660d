import type { Secrets } from '@meridian/platform/config/secrets';
import { startEffectConsumer } from '@meridian/platform/consumer/effect-consumer';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import type { Consumption, EventLog } from '@meridian/platform/event-log/event-log';
import { createCursors } from '@meridian/platform/identity/cursor';
import type { Ids } from '@meridian/platform/ids/ids';
import { createSqlInbox } from '@meridian/platform/inbox/sql-inbox';
import type { Logger } from '@meridian/platform/observability/logger';
import type { OutboxRelay } from '@meridian/platform/outbox/outbox';
import { startOutboxRelay } from '@meridian/platform/outbox/outbox-relay';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { Clock } from '@meridian/platform/time/clock';
import { createOfferReader, type OfferPublicKey } from './adapters/jose-offer-reader.ts';
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
import { type Sweeper, startSweeper } from './application/sweeper.ts';
import { consumedEvents } from './events/consumed.ts';
import { typeDefs } from './generated/type-defs.ts';
import type { BookingReader } from './ports/booking-reader.ts';
import type { PaymentProvider } from './ports/payment-provider.ts';
import type { BookingsContext } from './resolvers/context.ts';
import { createBookingsSubgraph } from './subgraph.ts';

/** The consumer group under which every replica shares the work. */
export const consumerGroup = 'bookings';

export type BookingsDependencies = Readonly<{
  /** The service's own SQLite file. */
  databaseFile: string;
  log: EventLog;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  secrets: Pick<Secrets, 'cursorKey'>;
  /** Listings' public keys, by which offers are checked. Private ones have no business here. */
  offerPublicKeys: readonly OfferPublicKey[];
  /** Where payments go: a file for the sandbox's books, or a provider. A provider is closed by whoever opened it. */
  payments: Readonly<{ sandboxFile: string }> | PaymentProvider;
}>;

/** Whether a service can do its work, and if not, why. */
export type Readiness = Readonly<{ ready: boolean; reasons: readonly string[] }>;

/** The bookings service without a transport: the embedded host and `main.ts` serve the same one. */
export interface Bookings extends AsyncDisposable {
  readonly definition: SubgraphDefinition<BookingsContext>;
  readonly application: BookingsApplication;
  /** Starts the outbox relay, the consumer of listing events, and the sweeper. */
  start(): Promise<void>;
  /** Ready when it has started, its outbox is empty and its consumer has caught up. */
  readiness(): Promise<Readiness>;
  /** Resolves when everything committed before the call is in the event log. */
  drain(): Promise<void>;
  close(): Promise<void>;
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
    stock: createSqlStockCheck(database),
    due: createSqlDueWork(database),
    offers: createOfferReader({ publicKeys: deps.offerPublicKeys, clock }),
    findListings: (listingIds) => findKnownListings(database, listingIds),
    ...adapters,
    clock,
    ids,
    logger,
  });
}

type Running = Readonly<{ relay: OutboxRelay; consumer: Consumption; sweeper: Sweeper }>;

const handlersOf = (deps: BookingsDependencies) =>
  consumedEvents({
    storeListings,
    announce: createAnnouncer(withEvents(deps)),
    async forgetUser(transaction, userId) {
      await createSqlBookings(transaction).forgetTraveler(userId);
      await createSqlOperations(transaction, deps).forgetCaller(userId);
    },
  });

async function startWork(
  deps: BookingsDependencies,
  database: SqlDatabase,
  application: BookingsApplication,
): Promise<Running> {
  const { log, clock, logger } = deps;
  const relay = await startOutboxRelay({ database, log, logger, owner: 'bookings', clock });
  const inbox = createSqlInbox({ clock });
  const options = { group: consumerGroup, handlers: handlersOf(deps) };
  const consumer = await startEffectConsumer({ log, database, inbox, clock, logger }, options);
  return { relay, consumer, sweeper: startSweeper({ ...application, logger }) };
}

async function readinessOf(running: Running | undefined, log: EventLog): Promise<Readiness> {
  if (!running) return { ready: false, reasons: ['bookings has not started.'] };
  const waiting = await running.relay.pending();
  const behind = (await log.lag(consumerGroup)).reduce((sum, { lag }) => sum + lag, 0);
  const reasons = [
    ...(waiting > 0 ? [`bookings has ${waiting} events to publish.`] : []),
    ...(behind > 0 ? [`bookings has ${behind} events to consume.`] : []),
  ];
  return { ready: reasons.length === 0, reasons };
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
  const definition = createBookingsSubgraph({ typeDefs, application, reader, cursors });
  let running: Running | undefined;
  const close = async () => {
    await running?.sweeper.close();
    await running?.consumer.close();
    await running?.relay.close();
    await payments.close();
    await opened.close();
  };
  return {
    definition,
    application,
    async start() {
      running ??= await startWork(deps, opened.database, application);
      // Prisma compiles its first query for half a second: before the first client comes, not while it waits.
      await reader.bookings(['']);
    },
    readiness: () => readinessOf(running, deps.log),
    async drain() {
      await running?.relay.drain();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
