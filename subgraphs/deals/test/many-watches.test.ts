import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createIds } from '@meridian/platform/ids/ids';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { openDealsFile } from '../src/adapters/open-database.ts';
import { createSqlParts } from '../src/compose-store.ts';
import type { PriceWatch } from '../src/domain/price-watch.ts';
import { deliver, proceedAll } from './handlers.contract.ts';
import { openDealsService, startOfTests } from './harness.ts';
import { flight, listingTold } from './listings.ts';
import { openHandlers } from './open-handlers.ts';
import { watch as anyWatch } from './watch-book.contract.ts';

const watchers = 2_400;

const watchOf = (number: number): PriceWatch => ({
  ...anyWatch,
  id: `wch_${String(number).padStart(6, '0')}`,
  userId: `usr_${number % 7}`,
  target: {
    kind: 'SEARCH',
    search: { kind: 'FLIGHT', origin: 'SIN', destination: 'BKK', cabin: 'ECONOMY', maxStops: number % 2 },
  },
  threshold: { minor: 15_000 + number, currency: 'USD' },
});

/** A database that counts what its transactions look up, and how many watches each of them moves. */
function counting(database: SqlDatabase) {
  const told = { searches: 0, watches: 0, mostRows: 0, moved: [] as number[] };
  const counted: SqlDatabase = {
    ...database,
    async transaction(work) {
      let moved = 0;
      const answer = await database.transaction((sql) =>
        work({
          ...sql,
          async query<Row extends object>(text: string, params?: Parameters<typeof sql.query>[1]) {
            const rows = await sql.query<Row>(text, params);
            if (text.includes('FROM listing_prices')) told.searches += 1;
            if (text.includes('* FROM price_watches')) told.watches += rows.length;
            told.mostRows = Math.max(told.mostRows, rows.length);
            return rows;
          },
          executeMany(text, params) {
            if (text.startsWith('UPDATE price_watches')) moved += params.length;
            return sql.executeMany(text, params);
          },
        }),
      );
      if (moved > 0) told.moved.push(moved);
      return answer;
    },
  };
  return { counted, told };
}

test('a price that thousands watch is looked up once per search and told once to each, and no transaction moves more than 200', async () => {
  await using fixture = await openHandlers();
  await deliver(fixture, listingTold(flight(1, 90_000)));
  await fixture.store.transaction(async ({ watches }) => {
    for (let number = 0; number < watchers; number += 1) await watches.add(watchOf(number), []);
  });
  const { counted, told } = counting(fixture.database);
  const change = listingTold(flight(1, 14_000, { version: 2 }), startOfTests + 1);
  await deliver({ ...fixture, database: counted }, change, change);
  await proceedAll({ ...fixture, database: counted });
  // Two searches, each before and after the change.
  expect(told).toEqual({ searches: 4, watches: watchers, mostRows: 200, moved: Array(12).fill(200) });
  const alerts = await fixture.database.query<{ watch: string; count: number }>(
    'SELECT watch_id AS watch, COUNT(*) AS count FROM alerts GROUP BY watch_id',
  );
  expect(alerts).toHaveLength(watchers);
  expect(alerts.filter(({ count }) => count !== 1)).toEqual([]);
});

test('a change that finds nothing new for a search reads no watch of it, and leaves nothing to be done', async () => {
  await using fixture = await openHandlers();
  await deliver(fixture, listingTold(flight(1, 14_000)), listingTold(flight(2, 20_000)));
  await fixture.store.transaction(({ watches }) => watches.add(watchOf(1), []));
  await deliver(fixture, listingTold(flight(2, 21_000, { version: 2 }), startOfTests + 1));
  const { counted, told } = counting(fixture.database);
  await deliver({ ...fixture, database: counted }, listingTold(flight(2, 22_000, { version: 3 }), startOfTests + 2));
  expect([told.watches, await fixture.store.evaluations.count()]).toEqual([0, 0]);
  await deliver(fixture, listingTold(flight(2, 13_000, { version: 4 }), startOfTests + 3));
  const alerts = await fixture.store.alerts.after('usr_1', { sequence: 0, limit: 9 });
  expect(alerts.map(({ price }) => price.minor)).toEqual([14_000, 13_000]);
});

test('a running service goes on by itself with what is too much for one transaction, and is not ready before it is done', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 90_000)));
  await using database = await openDealsFile(join(service.path, 'deals.db'));
  const { store } = createSqlParts({ database, clock: service.clock, ids: createIds() });
  await store.transaction(async ({ watches }) => {
    for (let number = 0; number < watchers; number += 1) await watches.add(watchOf(number), []);
  });
  await service.tell(listingTold(flight(1, 14_000, { version: 2 }), startOfTests + 1));
  const [row] = await database.query<{ count: number }>('SELECT COUNT(*) AS count FROM alerts');
  expect(row?.count).toBe(watchers);
});
