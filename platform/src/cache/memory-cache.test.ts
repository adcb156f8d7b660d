import { describe, expect, test } from '@jest/globals';
import { cachePromises, describeCache, type OpenCache } from '../testkit/cache.contract.ts';
import { createManualClock } from '../time/manual-clock.ts';
import type { Cache } from './cache.ts';
import { createMemoryCache } from './memory-cache.ts';

const openWith =
  (mutate: (cache: Cache) => Partial<Cache>): OpenCache =>
  async () => {
    const clock = createManualClock(1_000_000);
    const original = createMemoryCache({ maxEntries: 100, clock });
    const cache = { ...original, ...mutate(original) };
    return { cache, advance: async (step) => clock.advance(step), [Symbol.asyncDispose]: () => original.close() };
  };

describeCache(
  'memory',
  openWith(() => ({})),
);

/** Adapters that each break one promise. The suite must notice every one of them. */
const mutants: Record<string, (cache: Cache) => Partial<Cache>> = {
  'keeps values for ever': (cache) => ({
    set: (key, value, options) => cache.set(key, value, { ...options, ttlInMs: options.ttlInMs && 1e12 }),
  }),
  'lives a millisecond too long': (cache) => ({
    set: (key, value, options) =>
      cache.set(key, value, { ...options, ttlInMs: options.ttlInMs && options.ttlInMs + 1 }),
  }),
  'ignores tags': () => ({ invalidate: async () => undefined }),
  'invalidates the first tag only': (cache) => ({ invalidate: (tags) => cache.invalidate(tags.slice(0, 1)) }),
  'never deletes': () => ({ delete: async () => undefined }),
  'hands out its own objects': () => {
    const values = new Map<string, unknown>();
    return {
      get: async <Value>(key: string) => values.get(key) as Value,
      set: async (key, value) => void values.set(key, value),
    };
  },
  'stores undefined': (cache) => ({ set: (key, value, options) => cache.set(key, value ?? null, options) }),
};

describe('the suite turns red for a cache that', () => {
  test.each(Object.entries(mutants))('%s', async (_, mutate) => {
    const broken: string[] = [];
    for (const [promise, check] of cachePromises) {
      await using opened = await openWith(mutate)();
      await check(opened).catch(() => broken.push(promise));
    }
    expect(broken).not.toEqual([]);
  });
});

describe('memory cache', () => {
  test('beyond its size, what was used longest ago goes, and its tags with it', async () => {
    const cache = createMemoryCache({ maxEntries: 2, clock: createManualClock(0) });
    await cache.set('a', 1, { ttlInMs: 10, tags: ['t'] });
    await cache.set('b', 2, { ttlInMs: 10, tags: ['t'] });
    await cache.get('a');
    await cache.set('c', 3, { ttlInMs: 10 });
    expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual([1, undefined, 3]);
    await cache.invalidate(['t']);
    expect([await cache.get('a'), await cache.get('c')]).toEqual([undefined, 3]);
  });
});
