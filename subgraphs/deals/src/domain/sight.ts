import { type ListingFacts, type Snapshot, snapshotOf } from './listing-facts.ts';
import type { Amount } from './price-watch.ts';

/** What is to be seen of a listing, or of the cheapest thing that a search finds, at an instant. */
export type Sight = Readonly<{
  /** Null: there is nothing to buy. */
  price: Amount | null;
  /** The price of a find in the basis currency, in which finds compare; null for a listing. */
  basisMinor: number | null;
  /** Null where nothing is known of what is seen. */
  snapshot: Snapshot | null;
  /** How much can still be had; null where nobody looked. */
  left: number | null;
}>;

/** A search that finds nothing. */
export const nothingFound: Sight = { price: null, basisMinor: null, snapshot: null, left: null };

/** What is to be seen of a listing; of one that is withdrawn or unknown, no price. */
export function sightOf(facts: ListingFacts | undefined, left: number | null = null): Sight {
  if (facts === undefined || !facts.live || facts.fromPriceMinor === null) return { ...nothingFound, left };
  const price = { minor: facts.fromPriceMinor, currency: facts.currency };
  return { price, basisMinor: null, snapshot: snapshotOf(facts, price.minor), left };
}

/** Whether two looks at one search found the same thing at the same price. */
export const isSameFind = (one: Sight, other: Sight): boolean =>
  one.price?.minor === other.price?.minor &&
  one.price?.currency === other.price?.currency &&
  one.basisMinor === other.basisMinor &&
  one.snapshot?.listingId === other.snapshot?.listingId;
