import type { ListingFacts } from '../domain/listing-facts.ts';
import type { Amount } from '../domain/price-watch.ts';
import type { SavedSearch } from '../domain/saved-search.ts';

/** A listing with what was last observed of it: an observation is made when key or price changes, not at every event. */
export type KnownListing = Readonly<{
  facts: ListingFacts;
  observed: Readonly<{ key: string; priceMinor: number }> | null;
  /** Prices under which searches find it, in the listing's currency and in the basis currency. */
  searchPrices: readonly Readonly<{ variant: string; priceMinor: number; basisMinor: number }>[];
}>;

/** The cheapest thing that a search finds. */
export type Found = Readonly<{ listingId: string; price: Amount; basisMinor: number }>;

/** The projection of listings, to read. */
export interface ListingReader {
  /** Those of the listings that are known, by id. */
  load(ids: readonly string[]): Promise<Map<string, KnownListing>>;
}

/** The projection of listings, within a transaction. */
export interface ListingBook extends ListingReader {
  save(listings: readonly KnownListing[]): Promise<void>;
  /** The cheapest find of what is live and has not departed at an instant (epoch milliseconds). */
  cheapest(search: SavedSearch, at: number): Promise<Found | undefined>;
}
