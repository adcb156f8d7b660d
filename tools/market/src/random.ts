/** A deterministic source of numbers: the same seed gives the same sequence, on every machine. */
export type Random = Readonly<{
  /** A number in [0, 1). */
  next: () => number;
  /** A whole number in [from, to], both included. */
  int: (from: number, to: number) => number;
  /** A number in [from, to). */
  between: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** `count` different items, in the order of the list. */
  sample: <Item>(items: readonly Item[], count: number) => Item[];
}>;

// Taken once: looking the globals up per character takes most of the time where modules run in a context of their own (jest).
const { imul, floor } = Math;

/** FNV-1a over UTF-16 units, then the finaliser of MurmurHash3 so that similar seeds do not give similar numbers. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** One number in [0, 1) that belongs to a text: for facts that must not depend on what was drawn before. */
export const fraction = (text: string): number => hashOf(text) / 0x1_0000_0000;

/** Mulberry32 (public domain, T. Ettinger): small state, good enough for a market of toys; never for keys or tokens. */
export const createRandom = (seed: string): Random => {
  let state = hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (from: number, to: number): number => from + floor(next() * (to - from + 1));
  return {
    next,
    int,
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    sample: (items, count) => {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, items.length)) chosen.add(int(0, items.length - 1));
      return items.filter((_, index) => chosen.has(index));
    },
  };
};
