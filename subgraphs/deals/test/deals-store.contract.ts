import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import fc from 'fast-check';
import type { Snapshot } from '../src/domain/listing-facts.ts';
import type { Alert } from '../src/domain/price-watch.ts';
import { medianOf } from '../src/domain/prices.ts';
import type { DealsStore } from '../src/ports/deals-store.ts';
import type { Observation } from '../src/ports/observations.ts';
import { alertStream } from '../src/ports/streams.ts';
import { type StoreFixture, watch, watchBookContract } from './watch-book.contract.ts';

const windowInMs = 1_000;

const observation = (id: string, changes: Partial<Observation> & { basisMinor?: number }): Observation => {
  const { basisMinor = 100, ...rest } = changes;
  return {
    id,
    contentHash: `hash of ${id}`,
    key: 'key',
    observedAt: 0,
    price: { minor: basisMinor, currency: 'USD', basisMinor },
    listingId: null,
    source: 'test',
    travelDate: null,
    leadTimeInDays: null,
    demand: null,
    ...rest,
  };
};

const snapshot: Snapshot = {
  listingId: 'flt_1',
  kind: 'FLIGHT',
  title: 'Singapore → Bangkok',
  place: 'Singapore → Bangkok',
  startsAt: null,
  endsAt: null,
  timeZone: 'Asia/Singapore',
  priceMinor: 100,
  currency: 'USD',
};
const draft = (id: string, userId: string): Omit<Alert, 'sequence'> => ({
  id,
  userId,
  watchId: 'wch_1',
  listingId: 'flt_1',
  snapshot,
  reason: 'PRICE',
  price: { minor: 100, currency: 'USD' },
  previousPrice: null,
  stock: null,
  observedAt: 1,
  detectedAt: 2,
  deliveredAt: null,
  readAt: null,
});

const seen = fc.array(
  fc.record({
    observedAt: fc.integer({ min: 0, max: 3_000 }),
    basisMinor: fc.integer({ min: 1, max: 50 }),
    key: fc.constantFrom('key', 'other'),
    hasPrice: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** What every adapter of the store promises. */
export const dealsStoreContract: readonly ContractCase<StoreFixture>[] = [
  {
    name: 'comparables are what a look at every single observation finds',
    async run({ here }) {
      let round = 0;
      await fc.assert(
        fc.asyncProperty(seen, fc.nat(39), async (drafts, pick) => {
          round += 1;
          const all = drafts.map(({ hasPrice, key, ...rest }, index) => {
            const made = observation(`${round}:${index}`, { ...rest, key: `${round}:${key}` });
            return hasPrice ? made : { ...made, price: null };
          });
          const probed = all[pick % Math.max(1, all.length)];
          if (!probed?.price) return;
          const { price, observedAt, key, id } = probed;
          const others = all
            .filter((each) => each.key === key && each.id !== id && each.price !== null)
            .filter((each) => each.observedAt > observedAt - windowInMs && each.observedAt <= observedAt)
            .map((each) => each.price?.basisMinor ?? 0);
          const probe = { id, key, observedAt, basisMinor: price.basisMinor };
          const found = await here.transaction(async ({ observations }) => {
            await observations.put(all);
            return observations.comparables(probe, windowInMs);
          });
          expect(found).toEqual({
            observations: others.length,
            sumMinor: others.reduce((sum, other) => sum + other, 0),
            medianMinor: medianOf(others) ?? 0,
            pricier: others.filter((other) => other > price.basisMinor).length,
          });
        }),
        { numRuns: 60 },
      );
    },
  },
  {
    name: 'an observation that is put again replaces itself',
    async run({ here }) {
      for (const basisMinor of [10, 20])
        await here.transaction(({ observations }) =>
          observations.put([observation('one', { basisMinor, observedAt: 5 })]),
        );
      const found = await here.observations.seen(['key'], { after: 0, until: 10, limit: 10 });
      expect(found).toEqual(new Map([['key', [{ observedAt: 5, basisMinor: 20 }]]]));
    },
  },
  {
    name: 'of each of many keys the newest prices of a range are seen, in the order of time',
    async run({ here }) {
      const keys = Array.from({ length: 70 }, (_, index) => `key ${index}`);
      const all = keys.flatMap((key) =>
        [4, 1, 3, 2, 5].map((observedAt) => observation(`${key}@${observedAt}`, { key, observedAt })),
      );
      const unpriced = { ...observation('demand', { key: 'key 0', observedAt: 4 }), price: null };
      await here.transaction(({ observations }) => observations.put([...all, unpriced]));
      const found = await here.observations.seen([...keys, 'unseen'], { after: 1, until: 4, limit: 2 });
      const times = (key: string) => found.get(key)?.map(({ observedAt }) => observedAt);
      expect(keys.map(times)).toEqual(keys.map(() => [3, 4]));
      expect([found.size, times('unseen')]).toEqual([70, undefined]);
    },
  },
  {
    name: 'alerts of a person count from 1 without a gap, from whatever side they are written',
    async run({ here, there }) {
      const write = (store: DealsStore, id: string, userId: string) =>
        store.transaction(({ alerts }) => alerts.append([draft(id, userId)]));
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => write(index % 2 ? here : there, `alr_${index}`, `usr_${index % 3}`)),
      );
      for (const userId of ['usr_0', 'usr_1', 'usr_2']) {
        const alerts = await here.alerts.after(userId, { sequence: 0, limit: 100 });
        expect(alerts.map(({ sequence }) => sequence)).toEqual(alerts.map((_, index) => index + 1));
        expect((await there.streams.extent(alertStream(userId))).position).toBe(alerts.length);
      }
    },
  },
  {
    name: 'a number that was taken by a transaction that rolled back is taken again',
    async run({ here }) {
      await expect(
        here.transaction(async ({ alerts }) => {
          await alerts.append([draft('alr_1', 'usr_1')]);
          throw new Error('rolled back');
        }),
      ).rejects.toThrow('rolled back');
      const [alert] = await here.transaction(({ alerts }) => alerts.append([draft('alr_2', 'usr_1')]));
      expect(alert?.sequence).toBe(1);
    },
  },
  {
    name: 'a failure that is returned leaves nothing behind, and what waits for the commit never runs',
    async run({ here, there }) {
      const ran: string[] = [];
      const answer = await here.transaction(async (transaction) => {
        await transaction.watches.add(watch, []);
        transaction.afterCommit(() => ran.push('after the failure'));
        return { ok: false };
      });
      expect(answer).toEqual({ ok: false });
      expect(await there.transaction(({ watches }) => watches.countOf('usr_1'))).toBe(0);
      await here.transaction(async (transaction) => transaction.afterCommit(() => ran.push('after the commit')));
      expect(ran).toEqual(['after the commit']);
    },
  },
  {
    name: 'a delivery is noted once, and alerts are marked as read once and by their owner only',
    async run({ here }) {
      await here.transaction(async ({ alerts }) => {
        await alerts.append([draft('alr_1', 'usr_1'), draft('alr_2', 'usr_1')]);
        await alerts.markDelivered(new Map([['alr_1', 5]]));
        await alerts.markDelivered(new Map([['alr_1', 9]]));
      });
      const read = (userId: string, ids: readonly string[], upTo: number | null) =>
        here.transaction(({ alerts }) => alerts.markRead(userId, { ids, upTo, at: 7 }));
      expect([await read('usr_2', ['alr_1'], 9), await read('usr_1', ['alr_1'], null)]).toEqual([0, 1]);
      expect([await read('usr_1', ['alr_1'], 2), await read('usr_1', [], 2)]).toEqual([1, 0]);
      const alerts = await here.alerts.after('usr_1', { sequence: 0, limit: 10 });
      expect(alerts.map(({ deliveredAt, readAt }) => [deliveredAt, readAt])).toEqual([
        [5, 7],
        [null, 7],
      ]);
    },
  },
  {
    name: 'what is forgotten of a stream is known to be forgotten',
    async run({ here }) {
      const old = { ...draft('alr_1', 'usr_1'), detectedAt: 1 };
      const young = { ...draft('alr_2', 'usr_1'), detectedAt: 9 };
      const gone = await here.transaction(async ({ alerts }) => {
        await alerts.append([old, young]);
        return alerts.prune(5, 10);
      });
      expect(gone).toBe(1);
      expect(await here.streams.extent(alertStream('usr_1'))).toEqual({ position: 2, prunedThrough: 1 });
    },
  },
  {
    name: 'a level of stock that comes late does not replace a later one',
    async run({ here }) {
      const put = (remaining: number, changedAt: number) =>
        here.transaction(({ stock }) => stock.put([{ resource: 'seat', slot: '2027-03-11', remaining, changedAt }]));
      await put(5, 10);
      await put(9, 9);
      const levelsFrom = (slot: string) => here.transaction(({ stock }) => stock.levels(['seat'], slot));
      expect(await levelsFrom('2027-03-01')).toEqual([{ resource: 'seat', slot: '2027-03-11', remaining: 5 }]);
      expect(await levelsFrom('2027-03-12')).toEqual([]);
    },
  },
  {
    name: 'the epoch is one for all, and stays',
    async run({ here, there }) {
      expect(await here.streams.epoch()).toBe(await there.streams.epoch());
    },
  },
  {
    name: 'airports are known as the last says that was told of each, from whatever side, however late the others come',
    async run({ here, there }) {
      const tell = (on: DealsStore, ...told: readonly [code: string, isKnown: boolean, sequence: number][]) =>
        on.transaction(({ airports }) =>
          airports.put(told.map(([code, isKnown, sequence]) => ({ code, isKnown, sequence }))),
        );
      const known = async () => [...(await here.airports.known(['SIN', 'BKK', 'QQQ', 'SIN']))].sort();
      expect(await known()).toEqual([]);
      await tell(here, ['SIN', true, 1], ['BKK', true, 1], ['BKK', false, 2]);
      expect(await known()).toEqual(['SIN']);
      await tell(there, ['BKK', true, 3], ['SIN', false, 2]);
      expect(await known()).toEqual(['BKK']);
      await tell(here, ['BKK', false, 2], ['SIN', true, 1]);
      expect(await known()).toEqual(['BKK']);
      expect([...(await here.airports.known([]))]).toEqual([]);
    },
  },
  {
    name: 'an airport is known within the transaction that puts it, and not if that rolls back',
    async run({ here }) {
      const broken = here.transaction(async ({ airports }) => {
        await airports.put([{ code: 'SIN', isKnown: true, sequence: 1 }]);
        expect([...(await airports.known(['SIN']))]).toEqual(['SIN']);
        throw new Error('no');
      });
      await expect(broken).rejects.toThrow('no');
      expect((await here.airports.known(['SIN'])).size).toBe(0);
    },
  },
  ...watchBookContract,
];
