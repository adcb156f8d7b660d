import type { RateTable } from '@meridian/platform/values/exchange';
import { fromBasis, toBasis } from '../domain/basis.ts';
import { type ListingFacts, type Snapshot, snapshotOf } from '../domain/listing-facts.ts';
import type { Amount, PriceWatch } from '../domain/price-watch.ts';
import type { SavedSearch } from '../domain/saved-search.ts';
import { nothingFound, type Sight } from '../domain/sight.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';

/** The price that a watch looks at, in the unit of its rule: the listing's currency, or the basis currency for a search. */
export type PriceReading = Readonly<{
  value: number | null;
  threshold: number | null;
  price: Amount | null;
  snapshot: Snapshot | null;
}>;

/**
 * What a search finds at an instant (epoch milliseconds).
 *
 * @param of.facts a listing that need not be looked up when it is the one that is found
 */
export async function lookFor(
  transaction: DealsTransaction,
  search: SavedSearch,
  { at, facts }: Readonly<{ at: number; facts?: ListingFacts | undefined }>,
): Promise<Sight> {
  const found = await transaction.listings.cheapest(search, at);
  if (found === undefined) return nothingFound;
  const { listingId, price, basisMinor } = found;
  const known = listingId === facts?.id ? facts : (await transaction.listings.load([listingId])).get(listingId)?.facts;
  return { price, basisMinor, snapshot: known ? snapshotOf(known, price.minor) : null, left: null };
}

function listingValue({ threshold }: PriceWatch, price: Amount, rates: RateTable): number | null {
  if (threshold === null || threshold.currency === price.currency) return price.minor;
  const basis = toBasis(price, rates);
  return basis === undefined ? null : (fromBasis(basis, threshold.currency, rates)?.minor ?? null);
}

/** What a watch reads from what is to be seen. The rates are those of the time of the sight. */
export function readSight(watch: PriceWatch, { price, basisMinor, ...sight }: Sight, rates: RateTable): PriceReading {
  const isSearch = watch.target.kind === 'SEARCH';
  const limit = watch.threshold;
  const threshold = limit === null ? null : isSearch ? (toBasis(limit, rates) ?? null) : limit.minor;
  if (price === null) return { value: null, threshold, price, snapshot: watch.snapshot };
  const value = isSearch ? basisMinor : listingValue(watch, price, rates);
  return { value, threshold, price, snapshot: sight.snapshot ?? watch.snapshot };
}
