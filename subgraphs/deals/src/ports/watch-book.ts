import type { PriceWatch, WatchTarget } from '../domain/price-watch.ts';
import type { SavedSearch } from '../domain/saved-search.ts';
import type { Sight } from '../domain/sight.ts';
import type { Watched } from './evaluation-book.ts';

/** A part of the watches that look at one thing, in the order of their ids: any number may, so they are read in parts. */
export type WatchPart = Readonly<{
  /** Those behind this id, */
  afterId: string;
  limit: number;
  /** whose rules were made before the evaluation of this number was begun. */
  number: number;
}>;

/** A search that somebody watches, and what it found when a change was last held against its watches; null before the first time. */
export type WatchedSearch = Readonly<{ key: string; search: SavedSearch; seen: Sight | null }>;

/** Watches as event handlers and use cases change them, within a transaction. */
export interface WatchBook {
  /** Those of the listings that anybody watches. */
  watchedListings(listingIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** The searches of these keys that anybody watches. Few share a key, however many watches share a search. */
  watchedSearches(keys: readonly string[]): Promise<WatchedSearch[]>;
  /** Notes what a search has found. */
  see(search: SavedSearch, sight: Sight): Promise<void>;
  /** Of which listings somebody watches the stock of these resources. */
  watchedStock(resources: readonly string[]): Promise<Extract<Watched, { kind: 'STOCK' }>[]>;
  lookingAt(watched: Watched, part: WatchPart): Promise<PriceWatch[]>;
  find(id: string): Promise<PriceWatch | undefined>;
  countOf(userId: string): Promise<number>;
  /** The account's watches of the same listing or search, the newest first. */
  watchesOn(userId: string, target: WatchTarget): Promise<PriceWatch[]>;
  /** @param resources of its listing, whose stock it asks for */
  add(watch: PriceWatch, resources: readonly string[]): Promise<void>;
  /** Stores `next` if the row still has the version before it; throws otherwise, and the caller tries anew. */
  move(next: PriceWatch): Promise<void>;
  /** Stores each as {@link move} does, all of them or none. */
  moveAll(next: readonly PriceWatch[]): Promise<void>;
  /** Sets whose stock it asks for. */
  setResources(watch: PriceWatch, resources: readonly string[]): Promise<void>;
  remove(id: string): Promise<void>;
  removeOf(userId: string): Promise<void>;
}
