import { describe, expect, test } from '@jest/globals';
import type { Cache } from '../cache/cache.ts';

/** A fresh, empty cache and a way to let time pass for it. */
export type OpenCache = () => Promise<
  AsyncDisposable & { readonly cache: Cache; advance(stepInMs: number): Promise<void> }
>;

type Promised = Awaited<ReturnType<OpenCache>>;
const ttlInMs = 1_000;

/** The promises of the port `Cache`, by name. Mutants of an adapter must break at least one of them. */
export const cachePromises: ReadonlyMap<string, (opened: Promised) => Promise<void>> = new Map([
  [
    'a value comes back as JSON would carry it, and what is missing is undefined',
    async ({ cache }) => {
      const value = { text: 'é', list: [1, null, { deep: true }], dropped: undefined };
      await cache.set('key', value, { ttlInMs });
      await cache.set('null', null, { ttlInMs });
      expect(await cache.get('key')).toStrictEqual({ text: 'é', list: [1, null, { deep: true }] });
      expect(await cache.get('null')).toBeNull();
      expect(await cache.get('missing')).toBeUndefined();
    },
  ],
  [
    'changing an object after it went in or came out does not change the cache',
    async ({ cache }) => {
      const value = { list: [1] };
      await cache.set('key', value, { ttlInMs });
      value.list.push(2);
      const read = await cache.get<typeof value>('key');
      read?.list.push(3);
      expect(await cache.get('key')).toEqual({ list: [1] });
    },
  ],
  [
    'a value is served until its time is over, and not at that instant',
    async ({ cache, advance }) => {
      await cache.set('key', 1, { ttlInMs });
      await advance(ttlInMs - 1);
      expect(await cache.get('key')).toBe(1);
      await advance(1);
      expect(await cache.get('key')).toBeUndefined();
    },
  ],
  [
    'setting anew replaces value, time and tags',
    async ({ cache, advance }) => {
      await cache.set('key', 1, { ttlInMs, tags: ['old'] });
      await advance(ttlInMs - 1);
      await cache.set('key', 2, { ttlInMs, tags: ['new'] });
      await advance(ttlInMs - 1);
      await cache.invalidate(['old']);
      expect(await cache.get('key')).toBe(2);
      await cache.invalidate(['new']);
      expect(await cache.get('key')).toBeUndefined();
    },
  ],
  [
    'invalidating tags removes every entry that carries one of them and no other',
    async ({ cache }) => {
      await cache.set('a', 1, { ttlInMs, tags: ['red'] });
      await cache.set('b', 2, { ttlInMs, tags: ['blue', 'red'] });
      await cache.set('c', 3, { ttlInMs, tags: ['blue'] });
      await cache.set('d', 4, { ttlInMs, tags: ['green'] });
      await cache.set('e', 5, { ttlInMs });
      await cache.invalidate(['red', 'green', 'unknown']);
      expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => cache.get(key)))).toEqual([
        undefined,
        undefined,
        3,
        undefined,
        5,
      ]);
    },
  ],
  [
    'a deleted entry is gone, and deleting what is missing does nothing',
    async ({ cache }) => {
      await cache.set('key', 1, { ttlInMs });
      await cache.delete('key');
      await cache.delete('key');
      expect(await cache.get('key')).toBeUndefined();
    },
  ],
  [
    'a time of 0 stores nothing and drops the old value',
    async ({ cache }) => {
      await cache.set('key', 1, { ttlInMs });
      await cache.set('key', 2, { ttlInMs: 0 });
      expect(await cache.get('key')).toBeUndefined();
    },
  ],
  [
    'names that mean something to JavaScript are keys and tags like others',
    async ({ cache }) => {
      for (const name of ['__proto__', 'constructor', 'toString', '']) {
        expect(await cache.get(name)).toBeUndefined();
        await cache.set(name, name, { ttlInMs, tags: [name] });
        expect(await cache.get(name)).toBe(name);
        await cache.invalidate([name]);
        expect(await cache.get(name)).toBeUndefined();
      }
    },
  ],
  [
    'what is no JSON value is refused',
    async ({ cache }) => {
      await expect(cache.set('key', undefined, { ttlInMs })).rejects.toThrow(TypeError);
    },
  ],
  [
    'it answers asynchronously, as a cache behind a network does',
    async ({ cache }) => {
      let isAnswered = false;
      const answer = cache.get('key').then(() => {
        isAnswered = true;
      });
      expect(isAnswered).toBe(false);
      await answer;
      expect(isAnswered).toBe(true);
    },
  ],
]);

/** Holds an adapter to every promise of the port. */
export const describeCache = (adapter: string, open: OpenCache) =>
  describe(`Cache on ${adapter}`, () => {
    for (const [promise, check] of cachePromises) {
      test(promise, async () => {
        await using opened = await open();
        await check(opened);
      });
    }
  });
