import type { SecretName } from '@meridian/platform/config/secrets';
import { openExchangeRates } from '@meridian/platform/exchange-rates/open-exchange-rates';
import { type Cursors, createCursors } from '@meridian/platform/identity/cursor';
import { createSqlOutboxMonitor } from '@meridian/platform/outbox/sql-outbox';
import { startEventWork } from '@meridian/platform/subgraph/event-work';
import { createService, type Service, type ServiceFoundation } from '@meridian/platform/subgraph/service';
import type { ListingsIntake } from '@meridian/schema/contracts/intake';
import { createJoseOfferSigner } from './adapters/jose-offer-signer.ts';
import { type BatchedTracking, createLogTracking } from './adapters/log-tracking.ts';
import { type ListingsDatabase, openListingsDatabase } from './adapters/open-database.ts';
import { createPrismaReferenceData } from './adapters/prisma/reference-data.ts';
import { createCachedCandidates } from './adapters/sql/cached-candidates.ts';
import { createSqlAuthors } from './adapters/sql/projections.ts';
import { createSqlSearchCandidates } from './adapters/sql/search-candidates.ts';
import { createListingsApplication, type ListingsApplication } from './application/listings-application.ts';
import { consumedEvents, consumerGroup } from './events/consumed.ts';
import type { ReferenceData } from './ports/reference-data.ts';
import type { ListingsContext } from './resolvers/context.ts';
import { createStores, type Stores } from './stores.ts';
import { createListingsSubgraph } from './subgraph.ts';

/** Listings alone holds the private offer keys. */
export const listingsSecrets = ['offerKeys', 'cursorKey'] as const satisfies readonly SecretName[];

/** What listings is composed on. */
export type ListingsDependencies = ServiceFoundation<(typeof listingsSecrets)[number]> &
  Readonly<{
    /** A service that answers `{ base, date, rates }` in JSON; the reference table in the repository unless given. */
    exchangeRatesUrl?: string | undefined;
  }>;

/** The listings service without a transport. In the background it publishes its events and consumes bookings, reviews and users. */
export interface Listings extends Service<ListingsContext> {
  readonly application: ListingsApplication;
  /** For importers and the demo market in this process. */
  readonly intake: ListingsIntake;
}

type Parts = Readonly<{
  opened: ListingsDatabase;
  stores: Stores;
  reference: ReferenceData;
  tracking: BatchedTracking;
  cursors: Cursors;
}>;

function createApplication(
  deps: ListingsDependencies,
  { opened, stores, reference, tracking, cursors }: Parts,
): ListingsApplication {
  const { clock, ids, secrets } = deps;
  return createListingsApplication({
    candidates: createCachedCandidates(opened.database, createSqlSearchCandidates(opened.database)),
    reference,
    rates: openExchangeRates(deps),
    tracking,
    cursors,
    store: stores.store,
    knownAirports: stores.knownAirports,
    outbox: createSqlOutboxMonitor(opened),
    signer: createJoseOfferSigner(secrets.offerKeys),
    clock,
    ids,
  });
}

function createDefinition(application: ListingsApplication, { opened, stores, reference, cursors }: Parts) {
  const { images, reviewDocuments } = stores;
  const { listings } = stores.store;
  const authors = createSqlAuthors(opened.database);
  const sources = { listings, reference, images, reviewDocuments, authors };
  return createListingsSubgraph({ application, sources, cursors });
}

function startWork(deps: ListingsDependencies, { opened, stores }: Parts) {
  const handlers = consumedEvents({ openTransaction: stores.openTransaction });
  return startEventWork({ ...deps, service: 'listings', database: opened.database }, [
    { group: consumerGroup, handlers },
  ]);
}

async function openParts(deps: ListingsDependencies): Promise<Parts> {
  const { clock, ids, log, logger } = deps;
  const opened = await openListingsDatabase(deps.databaseFile);
  const stores = createStores({ database: opened.database, clock, ids });
  const reference = createPrismaReferenceData(opened.prisma);
  const tracking = createLogTracking({ log, createEvent: stores.createEvent, logger });
  return { opened, stores, reference, tracking, cursors: createCursors({ key: deps.secrets.cursorKey }) };
}

/** Opens the database and puts the service together. Nothing runs in the background before `start`. */
export async function composeListings(deps: ListingsDependencies): Promise<Listings> {
  const parts = await openParts(deps);
  const application = createApplication(deps, parts);
  const service = createService({
    definition: createDefinition(application, parts),
    startWork: () => startWork(deps, parts),
    batches: parts.tracking,
    close: () => parts.opened.close(),
  });
  return { ...service, application, intake: parts.stores.intake };
}
