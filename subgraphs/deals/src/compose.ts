import type { SecretName } from '@meridian/platform/config/secrets';
import { openExchangeRates } from '@meridian/platform/exchange-rates/open-exchange-rates';
import { createCursors } from '@meridian/platform/identity/cursor';
import { createSqlOutboxMonitor } from '@meridian/platform/outbox/sql-outbox';
import { createService, type Service, type ServiceFoundation } from '@meridian/platform/subgraph/service';
import type { PriceIntake } from '@meridian/schema/contracts/intake';
import { createLiveHub } from './adapters/memory-live-hub.ts';
import { type DealsDatabase, openDealsDatabase } from './adapters/open-database.ts';
import { createPrismaAccountReader } from './adapters/prisma-account-reader.ts';
import { createDealsApplication, type DealsApplication } from './application/deals-application.ts';
import { createEndDeals } from './application/end-deals.ts';
import { createKeepHouse } from './application/keep-house.ts';
import { createDeliveries } from './application/record-deliveries.ts';
import { createRecordObservations } from './application/record-observations.ts';
import { composeHandlers } from './compose-handlers.ts';
import { createSqlParts, type SqlParts } from './compose-store.ts';
import type { DealsContext } from './resolvers/context.ts';
import { startWork } from './start-work.ts';
import { createDealsSubgraph } from './subgraph.ts';

/** The keys that it works with. */
export const dealsSecrets = ['cursorKey'] as const satisfies readonly SecretName[];

/** What the deals service is composed on. */
export type DealsDependencies = ServiceFoundation<(typeof dealsSecrets)[number]> &
  Readonly<{
    /** A service that answers `{ base, date, rates }` in JSON; the reference table in the repository unless given. */
    exchangeRatesUrl?: string | undefined;
    /** 200 unless given. */
    watchesPerAccount?: number | undefined;
    /** How often a stream may move on while a subscriber does not read; then it is dropped. 1,000 unless given. */
    subscriberPatience?: number | undefined;
  }>;

/** The deals service without a transport. In the background it publishes, consumes, reads live and keeps house. */
export interface Deals extends Service<DealsContext> {
  readonly intake: PriceIntake;
  readonly application: DealsApplication;
}

type Parts = Readonly<{ deps: DealsDependencies; opened: DealsDatabase; parts: SqlParts }>;

function composeParts({ deps, opened, parts }: Parts) {
  const { clock, ids, logger } = deps;
  const { database, prisma } = opened;
  const { store, publisher, openBooks } = parts;
  const rates = openExchangeRates(deps);
  const hub = createLiveHub();
  const cursors = createCursors({ key: deps.secrets.cursorKey });
  const deliveries = createDeliveries({ store, logger });
  const reader = createPrismaAccountReader({ prisma });
  const application = createDealsApplication({
    store,
    outbox: createSqlOutboxMonitor(opened),
    rates,
    reader,
    cursors,
    hub,
    deliveries,
    clock,
    ids,
    watchesPerAccount: deps.watchesPerAccount ?? 200,
    patience: deps.subscriberPatience ?? 1_000,
  });
  const handlers = composeHandlers({ within: openBooks, publisher, rates, ids, clock, hub });
  const keepHouse = createKeepHouse({ store, clock, endDeals: createEndDeals({ publisher }) });
  const definition = createDealsSubgraph({ application, sources: { deals: store.deals, reader }, cursors });
  const intake: PriceIntake = { recordObservations: createRecordObservations({ store, publisher, rates }) };
  return {
    application,
    definition,
    intake,
    deliveries,
    work: { ...deps, ...handlers, database, store, hub, keepHouse },
  };
}

/** Opens the database and puts the service together. Nothing runs in the background before `start`. */
export async function composeDeals(deps: DealsDependencies): Promise<Deals> {
  const opened = await openDealsDatabase(deps.databaseFile);
  const parts = createSqlParts({ ...deps, database: opened.database });
  const { application, definition, intake, deliveries, work } = composeParts({ deps, opened, parts });
  const service = createService({
    definition,
    startWork: () => startWork(work),
    async close() {
      await deliveries.settled();
      await opened.close();
    },
  });
  return { ...service, intake, application };
}
