import type { Secrets } from '@meridian/platform/config/secrets';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import { createCursors } from '@meridian/platform/identity/cursor';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Logger } from '@meridian/platform/observability/logger';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { Clock } from '@meridian/platform/time/clock';
import type { PriceIntake } from '@meridian/schema/contracts/intake';
import { createLiveHub } from './adapters/memory-live-hub.ts';
import { type DealsDatabase, openDealsDatabase } from './adapters/open-database.ts';
import { createPrismaAccountReader } from './adapters/prisma-account-reader.ts';
import type { DealsApplication } from './application/deals-application.ts';
import { createEndDeals } from './application/end-deals.ts';
import { createKeepHouse } from './application/keep-house.ts';
import { createDeliveries } from './application/record-deliveries.ts';
import { createRecordObservations } from './application/record-observations.ts';
import { type Books, createSqlBooks } from './books.ts';
import { composeApplication } from './compose-application.ts';
import { composeStages } from './compose-handlers.ts';
import type { DealsContext } from './resolvers/context.ts';
import { type Running, startWork } from './start-work.ts';
import { createDealsSubgraph } from './subgraph.ts';

export type DealsDependencies = Readonly<{
  databaseFile: string;
  log: EventLog;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  secrets: Pick<Secrets, 'cursorKey'>;
  /** 200 unless given. */
  watchesPerAccount?: number | undefined;
  /** How often a stream may move on while a subscriber does not read; then it is dropped. 1,000 unless given. */
  subscriberPatience?: number | undefined;
}>;

/** Whether a service can do its work, and if not, why. */
export type Readiness = Readonly<{ ready: boolean; reasons: readonly string[] }>;

/** The deals service without a transport: the embedded host and `main.ts` serve the same one. */
export interface Deals extends AsyncDisposable {
  readonly definition: SubgraphDefinition<DealsContext>;
  readonly intake: PriceIntake;
  readonly application: DealsApplication;
  /** Starts the outbox relay, the consumers, the live reader and the housekeeping. */
  start(): Promise<void>;
  /** Ready when it has started, its outbox is empty and its consumers have caught up. */
  readiness(): Promise<Readiness>;
  /** Resolves when everything committed before the call is in the event log. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

type Parts = Readonly<{ deps: DealsDependencies; opened: DealsDatabase; books: Books }>;

function composeParts({ deps, opened, books }: Parts) {
  const { clock, ids, logger } = deps;
  const { database, prisma } = opened;
  const hub = createLiveHub();
  const cursors = createCursors({ key: deps.secrets.cursorKey });
  const deliveries = createDeliveries({ database, alerts: books.alerts, logger });
  const application = composeApplication({
    ...books,
    database,
    reader: createPrismaAccountReader({ prisma }),
    cursors,
    hub,
    deliveries,
    clock,
    ids,
    watchesPerAccount: deps.watchesPerAccount ?? 200,
    patience: deps.subscriberPatience ?? 1_000,
  });
  const stages = composeStages({ ...books, ids, clock, hub });
  const keepHouse = createKeepHouse({ ...books, database, clock, endDeals: createEndDeals(books) });
  const definition = createDealsSubgraph({ application, cursors });
  const intake: PriceIntake = { recordObservations: createRecordObservations({ ...books, database }) };
  return { application, definition, intake, deliveries, work: { ...deps, database, hub, stages, keepHouse } };
}

/** Opens the database and puts the service together. Nothing runs in the background before `start`. */
export async function composeDeals(deps: DealsDependencies): Promise<Deals> {
  const opened = await openDealsDatabase(deps.databaseFile);
  const books = createSqlBooks(deps);
  const { application, definition, intake, deliveries, work } = composeParts({ deps, opened, books });
  let running: Running | undefined;
  const close = async () => {
    await running?.close();
    await deliveries.settled();
    await opened.close();
  };
  return {
    definition,
    intake,
    application,
    async start() {
      running ??= await startWork(work);
    },
    readiness: async () => (await running?.readiness()) ?? { ready: false, reasons: ['deals has not started.'] },
    async drain() {
      await running?.drain();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
