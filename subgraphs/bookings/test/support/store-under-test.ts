import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { createIds } from '@meridian/platform/ids/ids';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { openBookingsDatabase } from '../../src/adapters/open-database.ts';
import { createSqlBookingStore, type SqlStoreDeps } from '../../src/adapters/sql/sql-booking-store.ts';
import { storeListings } from '../../src/adapters/sql/sql-known-listings.ts';
import type { BookingStore } from '../../src/ports/booking-store.ts';
import { FARE, type OpenedStore, ROOM } from '../booking-store.contract.ts';
import { start } from './bookings-under-test.ts';

/** How a mutant differs from the real adapter. */
export type Mutation = Readonly<{
  stock?: SqlStoreDeps['stock'];
  database?: (database: SqlDatabase) => SqlDatabase;
  store?: (store: BookingStore) => BookingStore;
}>;

const room = (changedAt: string) => ({
  id: 'sty_1',
  version: 1,
  kind: 'STAY' as const,
  ownerId: 'usr_owner',
  isOpen: true,
  isShared: false,
  changedAt,
  priceDigest: '',
  bucketLimits: { [FARE]: 1 },
  bucketCabins: {},
  resources: [
    { resource: ROOM, label: 'Room', units: 2, openFrom: '2027-01-01', openUntil: '2028-01-01', dayUnits: {} },
  ],
});

/** The SQL adapter on a fresh file, or a mutant of it. */
export async function openSqlStore(
  mutation: Mutation = {},
): Promise<OpenedStore & Readonly<{ database: SqlDatabase }>> {
  const folder = await mkdtemp(join(tmpdir(), 'booking-store-'));
  const opened = await openBookingsDatabase(join(folder, 'bookings.db'));
  const clock = createManualClock(start);
  const ids = createIds({ clock });
  const { database } = opened;
  await database.transaction((sql) => storeListings(sql, [room(new Date(start).toISOString())]));
  const store = createSqlBookingStore({
    database: mutation.database?.(database) ?? database,
    outbox: createSqlOutbox({ clock }),
    createEvent: createEventFactory({ source: '/meridian/bookings', clock, ids }),
    clock,
    ids,
    ...(mutation.stock ? { stock: mutation.stock } : {}),
  });
  return {
    database,
    store: mutation.store?.(store) ?? store,
    endLeases: () => clock.advance(60_000),
    async countOf(date) {
      const sql = 'SELECT held, sold FROM stock WHERE resource = ? AND slot = ?';
      const [row] = await database.query<{ held: number; sold: number }>(sql, [ROOM, date]);
      return row ? { held: row.held, sold: row.sold } : { held: 0, sold: 0 };
    },
    async invoices() {
      const rows = await database.query<{ invoice: string }>(
        `SELECT number || ' ' || booking_id AS invoice FROM invoice ORDER BY number`,
      );
      // An array of this realm: under a test runner, a native driver's own differs from equal ones.
      return Array.from(rows, ({ invoice }) => invoice);
    },
    events: async () => (await database.query('SELECT id FROM outbox')).length,
    async [Symbol.asyncDispose]() {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
