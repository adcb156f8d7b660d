import type { PriceWatch } from '../domain/price-watch.ts';

/** What watches look at: a listing, or searches that meet listings under a key. */
export type WatchKey = Readonly<{ kind: 'LISTING' | 'SEARCH'; key: string }>;

/** A part of the watches of a key. */
export type WatchPart = Readonly<{ afterId: string; limit: number; onlyTriggered: boolean }>;

/** Watches as event handlers and use cases change them, within a transaction. */
export interface WatchBook {
  /** Those of the keys that anybody watches. */
  watched(keys: readonly WatchKey[]): Promise<WatchKey[]>;
  /** Watches of a key behind an id, in the order of ids: any number may look at one listing or search, so they are read in parts. */
  lookingAt(key: WatchKey, of: WatchPart): Promise<PriceWatch[]>;
  /** Watches that ask for the stock of these resources. */
  onResources(resources: readonly string[]): Promise<PriceWatch[]>;
  find(id: string): Promise<PriceWatch | undefined>;
  countOf(userId: string): Promise<number>;
  /** @param resources whose stock it asks for */
  add(watch: PriceWatch, resources: readonly string[]): Promise<void>;
  /** Stores `next` if the row still has the version before it; throws otherwise, and the caller tries anew. */
  move(next: PriceWatch): Promise<void>;
  /** Stores each as {@link move} does, all of them or none. */
  moveAll(next: readonly PriceWatch[]): Promise<void>;
  /** Sets whose stock it asks for. */
  setResources(watchId: string, resources: readonly string[]): Promise<void>;
  remove(id: string): Promise<void>;
  removeOf(userId: string): Promise<void>;
}
