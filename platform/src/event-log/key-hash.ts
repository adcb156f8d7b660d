const encoder = new TextEncoder();

/**
 * A 32-bit hash of a key, the same in every process and release: partitions of records that exist depend on it. FNV-1a over
 * UTF-8, then MurmurHash3's finaliser, because FNV's low bits, which a remainder by a small number uses, are weak.
 */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Which of `count` parts a key falls into, from 0. */
export const partOf = (key: string, count: number): number => hashKey(key) % count;
