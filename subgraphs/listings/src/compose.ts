import { fileURLToPath } from 'node:url';
import type { Secrets } from '@meridian/platform/config/secrets';
import { startEffectConsumer } from '@meridian/platform/consumer/effect-consumer';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import type { Ids } from '@meridian/platform/ids/ids';
import { createSqlInbox } from '@meridian/platform/inbox/sql-inbox';
import type { Logger } from '@meridian/platform/observability/logger';
import { startOutboxRelay } from '@meridian/platform/outbox/outbox-relay';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { Clock } from '@meridian/platform/time/clock';
import type { ListingsIntake } from '@meridian/schema/contracts/intake';
import { createHttpRates } from './adapters/exchange-rates/http-rates.ts';
import { createReferenceRates, readRateTable } from './adapters/exchange-rates/reference-rates.ts';
import { createJoseOfferSigner } from './adapters/jose-offer-signer.ts';
import { type BatchedTracking, createLogTracking } from './adapters/log-tracking.ts';
import { type ListingsDatabase, openListingsDatabase } from './adapters/open-database.ts';
import { createPrismaReferenceData } from './adapters/prisma/reference-data.ts';
import { createSqlProjections } from './adapters/sql/projections.ts';
import { createSqlAuthors } from './adapters/sql/review-store.ts';
import { createSqlSearchCandidates } from './adapters/sql/search-candidates.ts';
import { createListingsApplication, type ListingsApplication } from './application/listings-application.ts';
import { consumedEvents, consumerGroup } from './events/consumed.ts';
import type { ExchangeRates } from './ports/exchange-rates.ts';
import type { ReferenceData } from './ports/reference-data.ts';
import type { ListingsContext } from './resolvers/context.ts';
import { createStores, type Stores } from './stores.ts';
import { createListingsSubgraph } from './subgraph.ts';

export type ListingsDependencies = Readonly<{
  databaseFile: string;
  log: EventLog;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  /** Listings alone holds the private offer keys. */
  secrets: Pick<Secrets, 'offerKeys'>;
  /** A service that answers `{ base, date, rates }` in JSON; the reference table in the repository unless given. */
  exchangeRatesUrl?: string | undefined;
}>;

/** Whether a service can do its work, and if not, why. */
export type Readiness = Readonly<{ ready: boolean; reasons: readonly string[] }>;

/** The listings service without a transport: the embedded host and `main.ts` serve the same one. */
export interface Listings extends AsyncDisposable {
  readonly definition: SubgraphDefinition<ListingsContext>;
  readonly application: ListingsApplication;
  /** For importers and the demo market in this process. */
  readonly intake: ListingsIntake;
  /** Starts the outbox relay and the consumer of bookings, reviews and users. */
  start(): Promise<void>;
  /** Ready when it has started, its outbox is empty and its consumer has caught up. */
  readiness(): Promise<Readiness>;
  /** Resolves when everything committed before the call is in the event log, searches and views included. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

const referenceRatesFile = fileURLToPath(new URL('./adapters/exchange-rates/reference-rates.json', import.meta.url));

function createRates({ exchangeRatesUrl: url, clock, logger }: ListingsDependencies): ExchangeRates {
  const fallback = readRateTable(referenceRatesFile);
  return url === undefined ? createReferenceRates(fallback) : createHttpRates({ url, fallback, clock, logger });
}

type Parts = Readonly<{
  opened: ListingsDatabase;
  stores: Stores;
  reference: ReferenceData;
  tracking: BatchedTracking;
}>;

function createApplication(
  deps: ListingsDependencies,
  { opened, stores, reference, tracking }: Parts,
): ListingsApplication {
  const { clock, ids, secrets } = deps;
  return createListingsApplication({
    candidates: createSqlSearchCandidates(opened.database),
    places: reference,
    rates: createRates(deps),
    tracking,
    listings: stores.listings,
    referenceStore: stores.reference,
    knownAirports: stores.knownAirports,
    reviews: stores.reviews,
    signer: createJoseOfferSigner(secrets.offerKeys),
    clock,
    ids,
  });
}

function createDefinition(application: ListingsApplication, { opened, stores, reference }: Parts) {
  const { listings, images, reviewDocuments, reviews } = stores;
  const authors = createSqlAuthors(opened.database);
  const sources = { listings, reference, images, reviewDocuments, authors };
  return createListingsSubgraph({ application, sources, reads: { listings, reference, reviews } });
}

async function startWork(deps: ListingsDependencies, { opened, stores }: Parts) {
  const { log, clock, logger } = deps;
  const { database } = opened;
  const relay = await startOutboxRelay({ database, log, logger, owner: 'listings', clock });
  const { reviews, reviewDocuments } = stores;
  const handlers = consumedEvents({ projections: createSqlProjections(), reviews, reviewDocuments });
  const inbox = createSqlInbox({ clock });
  const consumer = await startEffectConsumer(
    { log, database, inbox, clock, logger },
    { group: consumerGroup, handlers },
  );
  return { relay, consumer };
}

type Running = Awaited<ReturnType<typeof startWork>>;

async function readinessOf(running: Running | undefined, log: EventLog): Promise<Readiness> {
  if (!running) return { ready: false, reasons: ['listings has not started.'] };
  const waiting = await running.relay.pending();
  const behind = (await log.lag(consumerGroup)).reduce((sum, { lag }) => sum + lag, 0);
  const reasons = [
    ...(waiting > 0 ? [`listings has ${waiting} events to publish.`] : []),
    ...(behind > 0 ? [`listings has ${behind} events to consume.`] : []),
  ];
  return { ready: reasons.length === 0, reasons };
}

async function openParts(deps: ListingsDependencies): Promise<Parts> {
  const { clock, ids, log, logger } = deps;
  const opened = await openListingsDatabase(deps.databaseFile);
  const stores = createStores({ database: opened.database, clock, ids });
  const reference = createPrismaReferenceData(opened.prisma);
  const tracking = createLogTracking({ log, createEvent: stores.createEvent, logger });
  return { opened, stores, reference, tracking };
}

/** Opens the database and puts the service together. Nothing runs in the background before `start`. */
export async function composeListings(deps: ListingsDependencies): Promise<Listings> {
  const parts = await openParts(deps);
  const application = createApplication(deps, parts);
  let running: Running | undefined;
  const close = async () => {
    await parts.tracking.close();
    await running?.consumer.close();
    await running?.relay.close();
    await parts.opened.close();
  };
  return {
    definition: createDefinition(application, parts),
    application,
    intake: parts.stores.intake,
    async start() {
      running ??= await startWork(deps, parts);
    },
    readiness: () => readinessOf(running, deps.log),
    async drain() {
      await parts.tracking.flush();
      await running?.relay.drain();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
