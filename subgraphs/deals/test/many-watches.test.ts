import { expect, test } from '@jest/globals';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { PriceWatch } from '../src/domain/price-watch.ts';
import { deliver } from './handlers.contract.ts';
import { startOfTests } from './harness.ts';
import { flight, listingTold } from './listings.ts';
import { openHandlers } from './open-handlers.ts';

const watchers = 3_000;

const watchOf = (number: number): PriceWatch => ({
  id: `wch_${String(number).padStart(6, '0')}`,
  userId: `usr_${number % 7}`,
  target: {
    kind: 'SEARCH',
    search: { kind: 'FLIGHT', origin: 'SIN', destination: 'BKK', cabin: 'ECONOMY', maxStops: number % 2 },
  },
  threshold: { minor: 15_000 + number, currency: 'USD' },
  stockBelow: null,
  price: { phase: 'ARMED', lowest: null },
  stock: { phase: 'ARMED', lowest: null },
  lastPrice: null,
  lastStock: null,
  snapshot: null,
  createdAt: startOfTests - 1,
  effectiveAt: startOfTests - 1,
  version: 1,
});

/** A database that counts the statements and the rows that its transactions read. */
function counting(database: SqlDatabase) {
  const told = { searches: 0, watches: 0, mostRows: 0, updates: 0 };
  const counted: SqlDatabase = {
    ...database,
    transaction: (work) =>
      database.transaction((sql) =>
        work({
          ...sql,
          async query<Row extends object>(text: string, params?: Parameters<typeof sql.query>[1]) {
            const rows = await sql.query<Row>(text, params);
            if (text.includes('FROM listing_prices')) told.searches += 1;
            if (text.includes('* FROM price_watches')) told.watches += 1;
            told.mostRows = Math.max(told.mostRows, rows.length);
            return rows;
          },
          executeMany(text, params) {
            if (text.startsWith('UPDATE price_watches') && params.length > 0) told.updates += 1;
            return sql.executeMany(text, params);
          },
        }),
      ),
  };
  return { counted, told };
}

test('a price that thousands watch is looked up once per search, tells each once, and never holds all of them in memory', async () => {
  await using fixture = await openHandlers();
  await deliver(fixture, listingTold(flight(1, 90_000)));
  await fixture.store.transaction(async ({ watches }) => {
    for (let number = 0; number < watchers; number += 1) await watches.add(watchOf(number), []);
  });
  const { counted, told } = counting(fixture.database);
  const change = listingTold(flight(1, 14_000, { version: 2 }), startOfTests + 1);
  await deliver({ ...fixture, database: counted }, change, change);
  expect(told).toEqual({ searches: 2, watches: 8, mostRows: 500, updates: 6 });
  const alerts = await fixture.database.query<{ watch: string; count: number }>(
    'SELECT watch_id AS watch, COUNT(*) AS count FROM alerts GROUP BY watch_id',
  );
  expect(alerts).toHaveLength(watchers);
  expect(alerts.filter(({ count }) => count !== 1)).toEqual([]);
});
