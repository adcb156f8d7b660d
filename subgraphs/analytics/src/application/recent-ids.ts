/** The ids that came last. */
export interface RecentIds {
  /** Remembers an id. Answers whether it was not among those that are remembered. */
  add(id: string): boolean;
  has(id: string): boolean;
}

/**
 * Remembers so many ids, the newest ones. A relay that was killed may append an event twice, but soon after the first time: to show
 * it once, no more has to be known.
 */
export function createRecentIds(most: number): RecentIds {
  const ids = new Set<string>();
  return {
    add(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      for (const oldest of ids) {
        if (ids.size <= most) break;
        ids.delete(oldest);
      }
      return true;
    },
    has: (id) => ids.has(id),
  };
}

/** More than are appended while a relay that was killed is replaced. */
export const rememberedIds = 10_000;
