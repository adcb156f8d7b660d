import { expect } from '@jest/globals';
import { applyFresh } from '@meridian/platform/consumer/apply-events';
import type { EventHandler } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { Inbox } from '@meridian/platform/inbox/inbox';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { EvaluateWatches } from '../src/application/evaluate-watches.ts';
import type { PriceWatch } from '../src/domain/price-watch.ts';
import type { Stage, Within } from '../src/events/consumed.ts';
import type { DealsStore } from '../src/ports/deals-store.ts';
import { startOfTests } from './harness.ts';
import { airportGone, airportTold, flight, flightHistory, flightId, listingTold } from './listings.ts';
import { watch as anyWatch } from './watch-book.contract.ts';

/** The handlers of deals over a database, with the inbox that keeps them from applying an event twice. */
export type HandlersFixture = Readonly<{
  database: SqlDatabase;
  inbox: Inbox;
  store: DealsStore;
  stages: readonly Stage[];
  evaluateWatches: EvaluateWatches;
  within: Within;
  recordHistory: (batch: ReturnType<typeof flightHistory>) => Promise<unknown>;
}>;

type Told = Readonly<{ topic: string; event: CloudEvent }>;

/** Goes on with one part of what waits, as whoever comes after a crash does: with nothing but the database. */
export const proceedOnce = ({ database, within, evaluateWatches }: HandlersFixture, queue = '') =>
  database.transaction((sql) => evaluateWatches.proceed(within(sql), queue));

/** Goes on until nothing waits. */
export async function proceedAll(fixture: HandlersFixture): Promise<void> {
  while ((await proceedOnce(fixture)) !== undefined);
}

/** Applies events as a consumer does: handler and inbox in one transaction. */
export async function deliver(fixture: HandlersFixture, ...told: readonly Told[]): Promise<void> {
  for (const { topic, event } of told) {
    for (const { group, handlers } of fixture.stages) {
      const handler = handlers.find((each: EventHandler) => each.topic === topic && each.type === event.type);
      if (handler === undefined) continue;
      const record = {
        topic,
        key: event.partitionkey,
        eventId: event.id,
        value: '',
        partition: 0,
        offset: 0,
        appendedAt: 0,
      };
      const deps = { ...fixture, clock: { now: () => startOfTests }, group, onApplied: () => undefined };
      await fixture.database.transaction((transaction) =>
        applyFresh(transaction, deps, [{ kind: 'apply', record, handler, event }]),
      );
    }
  }
}

const outgoing = async (database: SqlDatabase, topic: string): Promise<Told[]> => {
  const rows = await database.query<{ value: string }>('SELECT value FROM outbox WHERE topic = ? ORDER BY id', [topic]);
  return rows.map(({ value }) => ({ topic, event: JSON.parse(value) as CloudEvent }));
};

const watch: PriceWatch = {
  ...anyWatch,
  target: { kind: 'LISTING', listingId: flightId(1) },
  threshold: { minor: 15_000, currency: 'USD' },
};
const alertsOf = async ({ store }: HandlersFixture) =>
  (await store.alerts.after('usr_1', { sequence: 0, limit: 50 })).map(({ price }) => price.minor);
const addWatch = ({ store }: HandlersFixture) => store.transaction(({ watches }) => watches.add(watch, []));

/** What the handlers promise whatever is delivered how often. */
export const handlersContract: readonly ContractCase<HandlersFixture>[] = [
  {
    name: 'a price that stays below the threshold is told once',
    async run(fixture) {
      await addWatch(fixture);
      for (const [index, price] of [20_000, 14_000, 14_000, 14_500].entries())
        await deliver(fixture, listingTold(flight(1, price, { version: index + 1 })));
      expect(await alertsOf(fixture)).toEqual([14_000]);
    },
  },
  {
    name: 'an event that is delivered twice has its effect once, in every stage',
    async run(fixture) {
      await addWatch(fixture);
      await fixture.recordHistory(flightHistory(20_000));
      const change = listingTold(flight(1, 14_000));
      await deliver(fixture, change, change);
      for (const topic of ['deals.normalized', 'deals.scored', 'deals.tagged']) {
        const told = await outgoing(fixture.database, topic);
        expect({ topic, count: told.length }).toEqual({ topic, count: 1 });
        await deliver(fixture, ...told, ...told);
      }
      expect(await alertsOf(fixture)).toEqual([14_000]);
      const published = await outgoing(fixture.database, 'deal.events');
      expect(published.map(({ event }) => event.type)).toEqual(['deal.published']);
      expect(await fixture.store.deals.after({ position: 0, limit: 9 })).toHaveLength(1);
    },
  },
  {
    name: 'an airport is known until it is gone, and what was told of it before never brings it back',
    async run(fixture) {
      const known = async () => [...(await fixture.store.airports.known(['SIN', 'BKK']))];
      const first = airportTold('SIN', 1);
      await deliver(fixture, first, airportTold('BKK', 1));
      expect((await known()).sort()).toEqual(['BKK', 'SIN']);
      await deliver(fixture, airportGone('SIN', 2));
      await deliver(fixture, first, airportTold('SIN', 1));
      expect(await known()).toEqual(['BKK']);
      await deliver(fixture, airportTold('SIN', 3));
      expect((await known()).sort()).toEqual(['BKK', 'SIN']);
    },
  },
];
