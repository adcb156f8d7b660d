import { expect } from '@jest/globals';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { PriceWatch } from '../src/domain/price-watch.ts';
import { deliver, type HandlersFixture, proceedAll, proceedOnce } from './handlers.contract.ts';
import { startOfTests } from './harness.ts';
import { airportTold, flight, flightId, listingTold, stay, stayId, stockTold } from './listings.ts';
import type { openHandlers } from './open-handlers.ts';
import { watch as anyWatch } from './watch-book.contract.ts';
import { ana } from './watching.ts';

/** Parts are three watches, so that these are several. */
export const partSize = 3;
const watchers = 8;

/** Handlers with parts of {@link partSize}. */
export type PartsFixture = Awaited<ReturnType<typeof openHandlers>>;

const search = { kind: 'FLIGHT', origin: 'SIN', destination: 'BKK', cabin: 'ECONOMY', maxStops: null } as const;
const watchOf = (number: number): PriceWatch => ({
  ...anyWatch,
  // Before every id that is made in a test, as what is older always is.
  id: `wch_00${number}`,
  userId: `usr_${number}`,
  target: { kind: 'SEARCH', search },
  threshold: { minor: 15_000, currency: 'USD' },
});
const onListing = { kind: 'LISTING', listingId: flightId(1) } as const;
const numbers = Array.from({ length: watchers }, (_, number) => number);

const addWatches = (fixture: HandlersFixture, made: readonly PriceWatch[], resources: readonly string[] = []) =>
  fixture.store.transaction(async ({ watches }) => {
    for (const each of made) await watches.add(each, resources);
  });
const priced = (priceMinor: number, version: number) =>
  listingTold(flight(1, priceMinor, { version }), startOfTests + version);
const alertsOf = async ({ store }: HandlersFixture, number: number) =>
  await store.alerts.after(`usr_${number}`, { sequence: 0, limit: 50 });
const toldPrices = (fixture: HandlersFixture) =>
  Promise.all(numbers.map(async (number) => (await alertsOf(fixture, number)).map(({ price }) => price.minor)));

/** A database whose process dies at one of its writes. */
function dyingAt(database: SqlDatabase, write: number): SqlDatabase {
  let count = 0;
  const live = () => {
    count += 1;
    if (count === write) throw new Error('killed');
  };
  return {
    ...database,
    transaction: (work) =>
      database.transaction((sql) =>
        work({
          ...sql,
          async execute(text, params) {
            live();
            return await sql.execute(text, params);
          },
          async executeMany(text, params) {
            live();
            return await sql.executeMany(text, params);
          },
        }),
      ),
  };
}

/** Does something whole, after it was killed at every single one of its writes. */
async function killed<T>(fixture: PartsFixture, act: (fixture: PartsFixture) => Promise<T>): Promise<T> {
  for (let write = 1; ; write += 1) {
    const attempt = act({ ...fixture, database: dyingAt(fixture.database, write) as PartsFixture['database'] });
    const answer = await attempt.catch((error: unknown) => {
      if ((error as Error).message !== 'killed') throw error;
    });
    if (answer !== undefined) return answer;
  }
}

/** What is promised of watches that are too many for one transaction. */
export const watchPartsContract: readonly ContractCase<PartsFixture>[] = [
  {
    name: 'each is told once, whatever is killed between any two writes and whatever comes twice',
    async run(fixture) {
      await deliver(fixture, priced(20_000, 1));
      await addWatches(fixture, numbers.map(watchOf));
      const change = priced(14_000, 2);
      await killed(fixture, async (mortal) => {
        await deliver(mortal, change);
        return 'delivered';
      });
      await deliver(fixture, change);
      expect((await toldPrices(fixture)).filter((told) => told.length > 0)).toHaveLength(partSize);
      const proceed = async (mortal: PartsFixture) => (await proceedOnce(mortal)) ?? 'nothing waits';
      let parts = 0;
      while ((await killed(fixture, proceed)) !== 'nothing waits') parts += 1;
      expect(parts).toBe(2);
      expect(await toldPrices(fixture)).toEqual(numbers.map(() => [14_000]));
    },
  },
  {
    name: 'each is held against every event as things stood then, in order, however much has happened since',
    async run(fixture) {
      await deliver(fixture, priced(20_000, 1));
      await addWatches(fixture, numbers.map(watchOf));
      // It takes from what the first event may do at once, so that the second could come to a watch that waits for the first.
      await addWatches(fixture, [{ ...watchOf(99), target: onListing }]);
      await deliver(fixture, priced(14_000, 2));
      await fixture.store.transaction(({ watches }) => watches.remove('wch_0099'));
      await deliver(fixture, priced(20_000, 3), priced(14_200, 4));
      await proceedAll(fixture);
      expect(await toldPrices(fixture)).toEqual(numbers.map(() => [14_000, 14_200]));
      const alerts = await alertsOf(fixture, watchers - 1);
      expect(alerts.map(({ observedAt }) => observedAt)).toEqual([startOfTests + 2, startOfTests + 4]);
    },
  },
  {
    name: 'a watch is not held against what had happened before it was made',
    async run(fixture) {
      await deliver(fixture, airportTold('SIN', 1), airportTold('BKK', 1), priced(20_000, 1));
      await addWatches(fixture, numbers.map(watchOf));
      await deliver(fixture, priced(14_000, 2), priced(20_000, 3));
      const threshold = { amount: '150.00', currency: 'USD' };
      const made = await fixture.createPriceWatch({ principal: ana, listingId: null, search, threshold });
      expect(made).toMatchObject({ ok: true, watch: { price: { phase: 'ARMED' } } });
      await proceedAll(fixture);
      expect(await fixture.store.alerts.after('usr_ana', { sequence: 0, limit: 9 })).toEqual([]);
      await deliver(fixture, priced(14_900, 4));
      await proceedAll(fixture);
      const alerts = await fixture.store.alerts.after('usr_ana', { sequence: 0, limit: 9 });
      expect(alerts.map(({ price, previousPrice }) => [price.minor, previousPrice?.minor])).toEqual([[14_900, 20_000]]);
    },
  },
  {
    name: 'of stock each is told once per crossing, with the level of its moment',
    async run(fixture) {
      await deliver(fixture, listingTold(stay(1, 10_000)));
      const resource = `${stayId(1)}.standard`;
      const target = { kind: 'LISTING', listingId: stayId(1) } as const;
      const made = numbers.map((number) => ({ ...watchOf(number), target, threshold: null, stockBelow: 3 }));
      const priceSeen = { lastPrice: { minor: 10_000, currency: 'USD' } };
      await addWatches(
        fixture,
        made.map((each) => ({ ...each, ...priceSeen })),
        [resource],
      );
      for (const [index, sold] of [1, 0, 2].entries())
        await deliver(
          fixture,
          stockTold({ resource, capacity: 3, sold, slot: '2027-03-12', at: startOfTests + index + 1 }),
        );
      await proceedAll(fixture);
      const told = await Promise.all(
        numbers.map(async (number) => (await alertsOf(fixture, number)).map((alert) => alert.stock)),
      );
      expect(told).toEqual(numbers.map(() => [2, 1]));
    },
  },
  {
    name: 'what many watch does not hold up what others watch',
    async run(fixture) {
      await deliver(fixture, priced(20_000, 1));
      await addWatches(fixture, numbers.map(watchOf));
      await addWatches(
        fixture,
        numbers.map((number) => ({ ...watchOf(number), id: `wch_own_${number}`, target: onListing })),
      );
      await deliver(fixture, priced(14_000, 2), priced(13_000, 3));
      const queues = [];
      for (let queue: string | undefined = ''; queue !== undefined; ) {
        queue = await proceedOnce(fixture, queue);
        if (queue !== undefined) queues.push(queue);
      }
      const [first, second] = queues;
      expect(first).not.toBe(second);
      expect(queues.slice(0, 8)).toEqual([first, second, first, second, first, second, first, second]);
      expect((await alertsOf(fixture, 0)).map(({ price }) => price.minor).sort()).toEqual([
        13_000, 13_000, 14_000, 14_000,
      ]);
    },
  },
];
