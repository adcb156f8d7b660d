import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Outbox } from '@meridian/platform/outbox/outbox';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import { decideAnew } from '@meridian/platform/transactions/stale-row';
import type { Announcement } from '../../ports/announcement.ts';
import type { BookingStore, BookingTransaction } from '../../ports/booking-store.ts';
import { createSqlApprovals } from './sql-approvals.ts';
import { createSqlBookings } from './sql-bookings.ts';
import { findKnownListings } from './sql-known-listings.ts';
import { createSqlLedger } from './sql-ledger.ts';
import { createSqlOperations } from './sql-operations.ts';
import { createSqlPayments } from './sql-payments.ts';
import { createSqlStock, type StockStatements, stockStatements } from './sql-stock.ts';

/** Wraps an announcement into its envelope. */
export type EventFactory = (input: {
  type: string;
  version: number;
  subject: string;
  sequence: number;
  data: unknown;
}) => CloudEvent;

/** What the store works with; a mutant of its suite brings other statements for `stock`. */
export type SqlStoreDeps = Readonly<{
  database: SqlDatabase;
  outbox: Outbox;
  createEvent: EventFactory;
  clock: Clock;
  ids: Ids;
  stock?: StockStatements;
}>;

/** Puts announcements into the outbox of a transaction. What does not fit its own schema never leaves. */
export const createAnnouncer =
  (deps: Pick<SqlStoreDeps, 'outbox' | 'createEvent'>) =>
  async (transaction: SqlTransaction, announcements: readonly Announcement[]): Promise<void> => {
    const events = announcements.map(({ topic, schema, ...input }) => ({
      topic,
      event: deps.createEvent({ ...input, data: schema.parse(input.data) }),
    }));
    await deps.outbox.add(transaction, events);
  };

function openTransaction(sql: SqlTransaction, deps: SqlStoreDeps): BookingTransaction {
  const announce = createAnnouncer(deps);
  return {
    bookings: createSqlBookings(sql),
    payments: createSqlPayments(sql),
    requests: createSqlApprovals(sql),
    ledger: createSqlLedger(sql, deps),
    stock: createSqlStock(sql, deps.stock ?? stockStatements),
    operations: createSqlOperations(sql, deps),
    listings: (ids) => findKnownListings(sql, ids),
    announce: (announcements) => announce(sql, announcements),
  };
}

/** Bookings in one SQL database. */
export function createSqlBookingStore(deps: SqlStoreDeps): BookingStore {
  return {
    transaction: (work) => decideAnew(() => deps.database.transaction((sql) => work(openTransaction(sql, deps)))),
  };
}
