import { levelsFrom, resourcesOf, unitsLeft } from '../domain/stock.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { KnownListing } from '../ports/listing-book.ts';
import { localDateAt } from './comparables.ts';

/** What can still be had of a listing at an instant (epoch milliseconds). */
export async function readStock(
  transaction: DealsTransaction,
  of: Readonly<{ known: KnownListing; at: number }>,
): Promise<number> {
  const { facts } = of.known;
  const levels = await transaction.stock.levels(resourcesOf(facts.stock), localDateAt(of.at, facts.timeZone));
  return unitsLeft(facts.stock, levelsFrom(levels), [...new Set(levels.map(({ slot }) => slot))]);
}
