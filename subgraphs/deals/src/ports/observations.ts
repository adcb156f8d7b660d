import type { Comparables, ComparableTotals } from '../domain/detection.ts';
import type { SeenPrice } from '../domain/insight.ts';

/** A price that was seen, under its comparable key. Instants are epoch milliseconds. */
export type Observation = Readonly<{
  /** The source's own key of the row, or `<listing id>@<version>`. */
  id: string;
  contentHash: string;
  key: string;
  observedAt: number;
  /** Absent: the row tells of demand only and enters no statistic. */
  price: Readonly<{ minor: number; currency: string; basisMinor: number }> | null;
  listingId: string | null;
  source: string;
  /** As the source tells them; null where it does not. */
  travelDate: string | null;
  leadTimeInDays: number | null;
  /** Facts about demand, as JSON. */
  demand: string | null;
}>;

/** For which price comparables are asked. It is left out itself. */
export type Probe = Readonly<{ id: string; key: string; observedAt: number; basisMinor: number }>;

/** Every price that was ever seen, to read. */
export interface SeenPrices {
  /**
   * Prices of keys in `(after, until]` (epoch milliseconds), each key's in the order of time: the newest `limit` of every key. No
   * entry for a key under which nothing was seen.
   */
  seen(
    keys: readonly string[],
    range: Readonly<{ after: number; until: number; limit: number }>,
  ): Promise<ReadonlyMap<string, readonly SeenPrice[]>>;
}

/** Every price that was ever seen, within a transaction. */
export interface Observations extends SeenPrices {
  /** What is stored of these ids, with the hash and the instant of each. */
  known(ids: readonly string[]): Promise<ReadonlyMap<string, Readonly<{ contentHash: string; observedAt: number }>>>;
  /** Stores, replacing what has the same id. */
  put(observations: readonly Observation[]): Promise<void>;
  /** Counts the comparables of a price: the same key, within `windowInMs` up to and including its instant. */
  totals(probe: Probe, windowInMs: number): Promise<ComparableTotals>;
  /** Completes them with their median, which costs more than the rest and is seldom asked for. */
  comparables(probe: Probe, windowInMs: number): Promise<Comparables>;
}
