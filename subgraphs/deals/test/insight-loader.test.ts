import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createReferenceRates } from '@meridian/platform/exchange-rates/reference-rates';
import { createIds } from '@meridian/platform/ids/ids';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { openDealsFile } from '../src/adapters/open-database.ts';
import type { DealsApplication } from '../src/application/deals-application.ts';
import { createReadInsights } from '../src/application/read-insights.ts';
import { createSqlParts } from '../src/compose-store.ts';
import { factsOf } from '../src/events/listing-facts.ts';
import type { KnownListing } from '../src/ports/listing-book.ts';
import { createLoaders, type LoaderSources } from '../src/resolvers/loaders.ts';
import { startOfTests } from './harness.ts';
import { flight, flightId } from './listings.ts';

/** A database that counts what it is asked outside of transactions. */
function counting(database: SqlDatabase) {
  let statements = 0;
  const query: SqlDatabase['query'] = (sql, params) => {
    statements += 1;
    return database.query(sql, params);
  };
  return { database: { ...database, query }, statements: () => statements };
}

/** Each on a route of its own, so that no two are compared with the same prices. */
const listingOf = (number: number): KnownListing => ({
  facts: factsOf(flight(number, 20_000, { destination: `A${String.fromCharCode(64 + number)}Z` }), startOfTests),
  observed: null,
  searchPrices: [],
});

async function openLoader() {
  const folder = await temporaryFolder('deals');
  const opened = await openDealsFile(join(folder.path, 'deals.db'));
  const counted = counting(opened);
  const clock = createManualClock(startOfTests);
  const { store } = createSqlParts({ database: counted.database, clock, ids: createIds() });
  const readInsights = createReadInsights({ store, rates: createReferenceRates(), clock });
  return {
    store,
    statements: counted.statements,
    loader: () => createLoaders({} as LoaderSources, { readInsights } as DealsApplication).insight,
    async [Symbol.asyncDispose]() {
      await opened.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('the insights of a page of listings take as many statements as that of one', async () => {
  await using opened = await openLoader();
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
  await opened.store.transaction(({ listings }) => listings.save(numbers.map(listingOf)));
  const statementsFor = async (asked: readonly number[]) => {
    const before = opened.statements();
    const loader = opened.loader();
    const insights = await Promise.all(asked.map((number) => loader.load(flightId(number))));
    expect(insights.map((insight) => insight?.key)).toEqual(
      asked.map((number) => expect.stringContaining(`SIN-A${String.fromCharCode(64 + number)}Z`)),
    );
    return opened.statements() - before;
  };
  expect(await statementsFor([1])).toBe(2);
  expect(await statementsFor(numbers)).toBe(2);
});
