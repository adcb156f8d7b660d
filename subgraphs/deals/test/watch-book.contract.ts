import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { PriceWatch, WatchTarget } from '../src/domain/price-watch.ts';
import { nothingFound } from '../src/domain/sight.ts';
import type { DealsStore } from '../src/ports/deals-store.ts';
import type { Evaluation } from '../src/ports/evaluation-book.ts';

/** Two stores over one fresh database, as two replicas have them. */
export type StoreFixture = Readonly<{ here: DealsStore; there: DealsStore }>;

/** A watch that has told nothing yet. */
export const watch: PriceWatch = {
  id: 'wch_1',
  userId: 'usr_1',
  target: { kind: 'LISTING', listingId: 'flt_1' },
  threshold: { minor: 100, currency: 'USD' },
  stockBelow: null,
  price: { phase: 'ARMED', lowest: null },
  stock: { phase: 'ARMED', lowest: null },
  lastPrice: null,
  lastStock: null,
  snapshot: null,
  createdAt: 1,
  effectiveAt: 1,
  startsBehind: 0,
  version: 1,
};

/** What every adapter of the store promises of watches, and of what they are still to be held against. */
export const watchBookContract: readonly ContractCase<StoreFixture>[] = [
  {
    name: 'a watch moves only from the version that was read',
    async run({ here, there }) {
      await here.transaction(({ watches }) => watches.add(watch, []));
      const next: PriceWatch = { ...watch, lastPrice: { minor: 90, currency: 'USD' }, version: 2 };
      await here.transaction(({ watches }) => watches.move(next));
      await expect(there.transaction(({ watches }) => watches.move(next))).rejects.toThrow('wch_1');
      await expect(there.transaction(({ watches }) => watches.moveAll([next]))).rejects.toThrow('wch_1');
      expect(await there.transaction(({ watches }) => watches.find('wch_1'))).toEqual(next);
    },
  },
  {
    name: 'a watch keeps the state of its rules, so that a crossing that was told is known to be',
    async run({ here }) {
      await here.transaction(({ watches }) => watches.add(watch, ['seat']));
      const triggered: PriceWatch = { ...watch, price: { phase: 'TRIGGERED', lowest: 80 }, version: 2 };
      await here.transaction(({ watches }) => watches.move(triggered));
      const watched = { kind: 'STOCK', listingId: 'flt_1', resource: 'seat' } as const;
      await here.transaction(async ({ watches }) => {
        expect(await watches.watchedStock(['seat', 'room'])).toEqual([watched]);
        expect(await watches.lookingAt(watched, { afterId: '', limit: 9, number: 1 })).toEqual([triggered]);
      });
    },
  },
  {
    name: 'a search is watched as long as anybody does, however its city is spelled, and keeps what it has found',
    async run({ here }) {
      const searching = (id: string, userId: string, city: string): PriceWatch => ({
        ...watch,
        ...{ id, userId, target: { kind: 'SEARCH', search: { kind: 'STAY', city, countryCode: null, variant: null } } },
      });
      const key = 'STAY|sao paulo';
      const first = searching('wch_1', 'usr_1', 'São Paulo');
      const second = searching('wch_2', 'usr_2', 'sao paulo');
      const { search } = first.target as Extract<WatchTarget, { kind: 'SEARCH' }>;
      const watched = () => here.transaction(({ watches }) => watches.watchedSearches([key, 'STAY|lisbon']));
      await here.transaction(async ({ watches }) => {
        await watches.add(first, []);
        await watches.add(second, []);
      });
      expect(await watched()).toEqual([{ key, search, seen: null }]);
      await here.transaction(async ({ watches }) => {
        await watches.see(search, nothingFound);
        await watches.remove('wch_1');
        const part = await watches.lookingAt({ kind: 'SEARCH', search }, { afterId: '', limit: 9, number: 1 });
        expect(part).toEqual([second]);
      });
      expect(await watched()).toEqual([{ key, search, seen: nothingFound }]);
      await here.transaction(({ watches }) => watches.removeOf('usr_2'));
      expect(await watched()).toEqual([]);
    },
  },
  {
    name: 'watches on one thing are read in parts, those alone whose rules an evaluation concerns',
    async run({ here }) {
      const on = { kind: 'LISTING', listingId: 'flt_1' } as const;
      const watchOf = (number: number): PriceWatch => ({ ...watch, id: `wch_${number}`, startsBehind: number });
      const part = (afterId: string, number: number) =>
        here.transaction(async ({ watches }) =>
          (await watches.lookingAt(on, { afterId, limit: 2, number })).map(({ id }) => id),
        );
      await here.transaction(async ({ watches }) => {
        for (const number of [4, 2, 1, 3]) await watches.add(watchOf(number), []);
        expect(await watches.watchedListings(['flt_1', 'flt_2'])).toEqual(new Set(['flt_1']));
      });
      expect([await part('', 9), await part('wch_2', 9), await part('wch_4', 9)]).toEqual([
        ['wch_1', 'wch_2'],
        ['wch_3', 'wch_4'],
        [],
      ]);
      expect([await part('', 2), await part('wch_1', 4)]).toEqual([['wch_1'], ['wch_2', 'wch_3']]);
    },
  },
  {
    name: 'evaluations wait in the order of their numbers, queue by queue in turn, each at its place',
    async run({ here, there }) {
      const on = (listingId: string) => ({ kind: 'LISTING', listingId }) as const;
      const evaluationOf = (listingId: string, at: number): Evaluation => ({
        ...{ watched: on(listingId), before: null, after: nothingFound, at, cause: { id: `evt_${at}` } },
      });
      const begun = (listingId: string, at: number) => ({ evaluation: evaluationOf(listingId, at), afterId: '' });
      expect(await here.transaction(({ evaluations }) => evaluations.last())).toBe(0);
      await here.transaction(({ evaluations }) => evaluations.put([begun('flt_b', 1), begun('flt_a', 2)]));
      await there.transaction(({ evaluations }) => evaluations.put([begun('flt_b', 3)]));
      await there.transaction(async ({ evaluations }) => {
        expect(await evaluations.last()).toBe(3);
        const [a, c] = [on('flt_a'), on('flt_c')];
        expect(await evaluations.waiting([a, c])).toEqual(new Set([a]));
      });
      const next = async (queue: string) => {
        const found = await here.transaction(({ evaluations }) => evaluations.next(queue));
        return found && [found.number, found.evaluation.at, found.afterId];
      };
      expect([await next(''), await next('flt_a'), await next('flt_b')]).toEqual([
        [2, 2, ''],
        [1, 1, ''],
        [2, 2, ''],
      ]);
      await here.transaction(({ evaluations }) => evaluations.advance(1, 'wch_7'));
      await here.transaction(({ evaluations }) => evaluations.end(2));
      expect([await next(''), await here.evaluations.count()]).toEqual([[1, 1, 'wch_7'], 2]);
      await here.transaction(({ evaluations }) => evaluations.end(1));
      expect([await next('flt_b'), await there.evaluations.count()]).toEqual([[3, 3, ''], 1]);
      // A number is never given twice, even when nothing waits any more.
      await here.transaction(({ evaluations }) => evaluations.end(3));
      await here.transaction(({ evaluations }) => evaluations.put([begun('flt_b', 4)]));
      expect(await next('')).toEqual([4, 4, '']);
    },
  },
];
