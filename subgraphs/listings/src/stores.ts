import { createEventFactory, type EventFactory } from '@meridian/platform/event-log/create-event';
import type { Ids } from '@meridian/platform/ids/ids';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import type { ListingsIntake } from '@meridian/schema/contracts/intake';
import { createSqlImageDocuments, createSqlReviewDocuments } from './adapters/sql/documents.ts';
import { createSqlIntakeState } from './adapters/sql/intake-state.ts';
import { createSqlAirports, readAllAirports } from './adapters/sql/known-airports.ts';
import { createSqlListingsStore, createTransactionOpener } from './adapters/sql/listings-store.ts';
import { createListingsIntake } from './application/intake/listings-intake.ts';
import { createPublishedEvents } from './events/published.ts';

/** The open database, and what is told of time and ids. */
export type StoreDeps = Readonly<{ database: SqlDatabase; clock: Clock; ids: Ids }>;

/** What server and importer have in common: the stores of one database, and the intake over them. */
export function createStores({ database, clock, ids }: StoreDeps) {
  const createEvent: EventFactory = createEventFactory({ source: '/meridian/listings', clock, ids });
  const openTransaction = createTransactionOpener({
    clock,
    outbox: createSqlOutbox({ clock }),
    events: createPublishedEvents(createEvent),
    imagesIn: createSqlImageDocuments,
    reviewDocumentsIn: createSqlReviewDocuments,
  });
  const store = createSqlListingsStore(database, openTransaction);
  const knownAirports = createSqlAirports(database);
  const intake: ListingsIntake = createListingsIntake({
    ...{ store, knownAirports, clock, ids },
    state: createSqlIntakeState(database),
    allAirports: () => readAllAirports(database),
  });
  return {
    ...{ createEvent, openTransaction, store, knownAirports, intake },
    images: createSqlImageDocuments(database),
    reviewDocuments: createSqlReviewDocuments(database),
  };
}

/** See {@link createStores}. */
export type Stores = ReturnType<typeof createStores>;
