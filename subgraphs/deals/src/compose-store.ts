import { createEventFactory } from '@meridian/platform/event-log/create-event';
import type { Ids } from '@meridian/platform/ids/ids';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import { createOpenBooks, createSqlDealsStore, type OpenBooks } from './adapters/sql-deals-store.ts';
import { createPublisher } from './events/published.ts';
import type { DealsStore } from './ports/deals-store.ts';
import type { Publisher } from './ports/publisher.ts';

/** What deals keeps, how consumers open it within a transaction of theirs, and how it words what it tells others. */
export type SqlParts = Readonly<{ store: DealsStore; openBooks: OpenBooks; publisher: Publisher }>;

/** The store of deals on a SQL database, with the outbox of the same database. */
export function createSqlParts(deps: Readonly<{ database: SqlDatabase; clock: Clock; ids: Ids }>): SqlParts {
  const openBooks = createOpenBooks({ outbox: createSqlOutbox(deps) });
  const events = createEventFactory({ ...deps, source: '/meridian/deals' });
  return { store: createSqlDealsStore({ ...deps, openBooks }), openBooks, publisher: createPublisher({ events }) };
}
