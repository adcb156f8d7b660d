import type { Snapshot } from './listing-facts.ts';
import type { SavedSearch } from './saved-search.ts';
import type { RuleState } from './watch.ts';

/** An amount in whole minor units of its currency (ISO 4217). */
export type Amount = Readonly<{ minor: number; currency: string }>;

/** What a watch looks at: one listing, or whatever a search finds. */
export type WatchTarget =
  | Readonly<{ kind: 'LISTING'; listingId: string }>
  | Readonly<{ kind: 'SEARCH'; search: SavedSearch }>;

/** A traveler's wish to be told. At least one of `threshold` and `stockBelow` is set. Instants are epoch milliseconds. */
export type PriceWatch = Readonly<{
  id: string;
  userId: string;
  target: WatchTarget;
  threshold: Amount | null;
  stockBelow: number | null;
  price: RuleState;
  stock: RuleState;
  lastPrice: Amount | null;
  lastStock: number | null;
  /** Of the listing it looks at, or of the cheapest one that its search found last. */
  snapshot: Snapshot | null;
  createdAt: number;
  /** Since when its rules are as they are. */
  effectiveAt: number;
  /** The number of the last evaluation that had begun before its rules were made: none up to it concerns them. */
  startsBehind: number;
  /** Counts changes; a row is changed only from the version that was read. */
  version: number;
}>;

/** When a watch tells. */
export type WatchLimits = Pick<PriceWatch, 'threshold' | 'stockBelow'>;

/** Whether two watches on the same tell of exactly the same: beside one, the other would tell of everything twice. */
export const haveSameLimits = (one: WatchLimits, other: WatchLimits): boolean =>
  one.threshold?.minor === other.threshold?.minor &&
  one.threshold?.currency === other.threshold?.currency &&
  one.stockBelow === other.stockBelow;

/** Which rule of a watch was crossed. */
export type AlertReason = 'PRICE' | 'STOCK';

/** What is told when a watch is crossed. */
export type Alert = Readonly<{
  id: string;
  userId: string;
  /** Counts the person's alerts from 1 without a gap, in the order of their commits. */
  sequence: number;
  watchId: string;
  listingId: string;
  snapshot: Snapshot;
  reason: AlertReason;
  price: Amount;
  previousPrice: Amount | null;
  stock: number | null;
  observedAt: number;
  detectedAt: number;
  deliveredAt: number | null;
  readAt: number | null;
}>;

/** TRIGGERED while any rule of it is. */
export const phaseOf = (watch: Pick<PriceWatch, 'price' | 'stock'>): RuleState['phase'] =>
  watch.price.phase === 'TRIGGERED' || watch.stock.phase === 'TRIGGERED' ? 'TRIGGERED' : 'ARMED';
