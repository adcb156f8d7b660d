import { LRUCache } from 'lru-cache';
import type { Clock } from '../time/clock.ts';
import type { Cache } from './cache.ts';

/** A value as text, as another process would hold it: what comes out never shares objects with what went in. */
type Entry = Readonly<{ json: string; expiresAt: number; tags: readonly string[] }>;

/** Which keys carry a tag. */
function createTagIndex() {
  const keysByTag = new Map<string, Set<string>>();
  return {
    add(key: string, tags: readonly string[]) {
      for (const tag of tags) {
        const keys = keysByTag.get(tag) ?? new Set();
        keysByTag.set(tag, keys.add(key));
      }
    },
    remove(key: string, tags: readonly string[]) {
      for (const tag of tags) {
        const keys = keysByTag.get(tag);
        keys?.delete(key);
        if (keys?.size === 0) keysByTag.delete(tag);
      }
    },
    keysOf: (tag: string): string[] => [...(keysByTag.get(tag) ?? [])],
  };
}

/**
 * A cache in this process. Beyond `maxEntries` the entry that was used longest ago goes. It answers asynchronously, as one
 * behind a network does, so that no caller comes to rely on more.
 */
export function createMemoryCache(deps: { maxEntries: number; clock: Clock }): Cache {
  const tagIndex = createTagIndex();
  const entries = new LRUCache<string, Entry>({
    max: deps.maxEntries,
    // Runs on replacement, removal and eviction alike, so the index never outlives an entry.
    dispose: (entry, key) => tagIndex.remove(key, entry.tags),
  });
  const close = async () => entries.clear();
  return {
    async get<Value>(key: string) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (deps.clock.now() < entry.expiresAt) return JSON.parse(entry.json) as Value;
      entries.delete(key);
      return undefined;
    },
    async set(key, value, { ttlInMs, tags = [] }) {
      const json = JSON.stringify(value);
      if (json === undefined) throw new TypeError(`The cache holds JSON values; the value for "${key}" is none.`);
      entries.delete(key);
      if (!(ttlInMs > 0)) return;
      entries.set(key, { json, expiresAt: deps.clock.now() + ttlInMs, tags: [...new Set(tags)] });
      tagIndex.add(key, tags);
    },
    async delete(key) {
      entries.delete(key);
    },
    async invalidate(tags) {
      for (const key of tags.flatMap(tagIndex.keysOf)) entries.delete(key);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
