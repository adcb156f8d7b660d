import { createEventFactory, type EventFactory } from '@meridian/platform/event-log/create-event';
import type { Ids } from '@meridian/platform/ids/ids';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import type { ListingsIntake } from '@meridian/schema/contracts/intake';
import { createSqlImageDocuments, createSqlReviewDocuments } from './adapters/sql/documents.ts';
import { createSqlIntakeState } from './adapters/sql/intake-state.ts';
import { createSqlAirports, readAllAirports } from './adapters/sql/known-airports.ts';
import { createSqlListingStore } from './adapters/sql/listing-store.ts';
import { createSqlIntakeRows, createSqlReferenceStore } from './adapters/sql/reference-store.ts';
import { createSqlReviewStore } from './adapters/sql/review-store.ts';
import { createListingsIntake } from './application/intake/listings-intake.ts';
import { createPublishedEvents } from './events/published.ts';

export type StoreDeps = Readonly<{ database: SqlDatabase; clock: Clock; ids: Ids }>;

/** What server and importer have in common: the stores of one database, and the intake over them. */
export function createStores(deps: StoreDeps) {
  const { database, clock, ids } = deps;
  const createEvent: EventFactory = createEventFactory({ source: '/meridian/listings', clock, ids });
  const events = createPublishedEvents(createEvent);
  const outbox = createSqlOutbox({ clock });
  const images = createSqlImageDocuments(database);
  const reviewDocuments = createSqlReviewDocuments(database);
  const listings = createSqlListingStore({ database, clock, outbox, events, images });
  const reviews = createSqlReviewStore({ database, outbox, events });
  const reference = createSqlReferenceStore({ outbox, events });
  const knownAirports = createSqlAirports(database);
  const intake: ListingsIntake = createListingsIntake({
    ...{ listings, reviews, reference, knownAirports, clock, ids },
    rows: createSqlIntakeRows(),
    state: createSqlIntakeState(database),
    allAirports: () => readAllAirports(database),
  });
  return { createEvent, images, reviewDocuments, listings, reviews, reference, knownAirports, intake };
}

export type Stores = ReturnType<typeof createStores>;
