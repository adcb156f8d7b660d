import { randomFillSync } from 'node:crypto';
import { type Clock, systemClock } from '../time/clock.ts';

/** Where new ids come from. */
export type Ids = {
  /**
   * Returns a new id, for example `bkg_0QJ5xX…`: the prefix, an underscore and 22 letters and digits. Ids of one source sort
   * in the order in which they were made (bytewise, so compare them with `<` or a binary collation).
   *
   * @param prefix two to five lower-case letters, without the underscore: `bkg`
   */
  next(prefix: string): string;
};

/** In the order of their bytes, so that text sorts as the number does. */
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const lengthInBase62 = 22;
const prefixPattern = /^[a-z]{2,5}$/;

function toBase62(value: bigint): string {
  let text = '';
  for (let rest = value; text.length < lengthInBase62; rest /= 62n) text = base62.charAt(Number(rest % 62n)) + text;
  return text;
}

function withPrefix(prefix: string, value: bigint): string {
  if (!prefixPattern.test(prefix))
    throw new RangeError(`An id prefix is two to five lower-case letters, not "${prefix}".`);
  return `${prefix}_${toBase62(value)}`;
}

type RandomFill = (bytes: Uint8Array) => void;

/** Draws random bytes in blocks: a call into the system's generator per id would cost more than the id. */
function createRandomPool(fill: RandomFill) {
  const pool = new Uint8Array(4096);
  let used = pool.length;
  return (count: number): bigint => {
    if (used + count > pool.length) {
      fill(pool);
      used = 0;
    }
    let value = 0n;
    for (const byte of pool.subarray(used, used + count)) value = (value << 8n) | BigInt(byte);
    used += count;
    return value;
  };
}

/**
 * Makes the 128 bits of a UUID version 7. Source: RFC 9562, section 5.7, with the counter of section 6.2, method 1: within
 * one millisecond (or while the clock stands or runs back) the 12 bits of `rand_a` count up, and when they are used up the
 * time moves on by one millisecond. 62 random bits keep ids of different processes apart.
 */
function createUuid7(clock: Clock, random: (count: number) => bigint): () => bigint {
  let timeInMs = 0;
  let counter = 0n;
  return () => {
    const now = clock.now();
    if (now > timeInMs) {
      timeInMs = now;
      // Half of the range is left for counting.
      counter = random(2) & 0x7ffn;
    } else {
      counter += 1n;
    }
    if (counter > 0xfffn) {
      timeInMs += 1;
      counter = 0n;
    }
    const tail = random(8) & 0x3fff_ffff_ffff_ffffn;
    return (BigInt(timeInMs) << 80n) | (0x7n << 76n) | (counter << 64n) | (0b10n << 62n) | tail;
  };
}

/** Ids on the system's clock and random generator, both of which can be handed in. */
export function createIds(deps: { clock?: Clock; randomFill?: RandomFill } = {}): Ids {
  const uuid7 = createUuid7(deps.clock ?? systemClock, createRandomPool(deps.randomFill ?? randomFillSync));
  return { next: (prefix) => withPrefix(prefix, uuid7()) };
}

/** Ids for tests: each prefix counts from 1, so that `bkg_0000000000000000000001` is the first booking of a test. */
export function createSequentialIds(): Ids {
  const last = new Map<string, bigint>();
  return {
    next(prefix) {
      const value = (last.get(prefix) ?? 0n) + 1n;
      last.set(prefix, value);
      return withPrefix(prefix, value);
    },
  };
}
