import type { PriceWatch } from '../domain/price-watch.ts';

/** Watches as event handlers and use cases change them, within a transaction. */
export interface WatchBook {
  /** Watches on these listings, and on searches with these keys. */
  lookingAt(of: Readonly<{ listingIds: readonly string[]; searchKeys: readonly string[] }>): Promise<PriceWatch[]>;
  /** Watches that ask for the stock of these resources. */
  onResources(resources: readonly string[]): Promise<PriceWatch[]>;
  find(id: string): Promise<PriceWatch | undefined>;
  countOf(userId: string): Promise<number>;
  /** @param resources whose stock it asks for */
  add(watch: PriceWatch, resources: readonly string[]): Promise<void>;
  /** Stores `next` if the row still has the version before it; throws otherwise, and the caller tries anew. */
  move(next: PriceWatch): Promise<void>;
  /** Sets whose stock it asks for. */
  setResources(watchId: string, resources: readonly string[]): Promise<void>;
  remove(id: string): Promise<void>;
  removeOf(userId: string): Promise<void>;
}
