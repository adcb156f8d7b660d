import type { Problem } from '@meridian/platform/values/problems';

/** Collects problems, so that a caller learns of all of them at once. */
export type Problems = Readonly<{
  /** Notes a problem unless the condition holds. */
  require(holds: boolean, path: string, message: string): void;
  /**
   * Notes what else was found. What lies at a place of which something was told before is left out: an amount that cannot be read
   * counts as 0, and what is wrong with 0 nobody has said.
   */
  add(found: readonly Problem[]): void;
  list(): readonly Problem[];
}>;

/** @param prefix goes before every path: `input` for a mutation */
export function collectProblems(...prefix: readonly string[]): Problems {
  const found: Problem[] = [];
  return {
    require(holds, path, message) {
      if (!holds) found.push({ path: [...prefix, ...path.split('.')], message });
    },
    add(more) {
      const told = new Set(found.map(({ path }) => path.join('.')));
      const placed = more.map(({ path, message }) => ({ path: [...prefix, ...path], message }));
      found.push(...placed.filter(({ path }) => !told.has(path.join('.'))));
    },
    list: () => found,
  };
}

/** Whether it is a whole number within bounds, both included. */
export const isBetween = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** A trillion cents, yen or fils: more than any price on earth, and small enough that a booking's sum stays exact. */
const maxAmountMinor = 1_000_000_000_000;

/** Whether an amount in minor units is one that somebody may ask for. */
export const isPrice = (minor: number): boolean => isBetween(minor, 0, maxAmountMinor - 1);
