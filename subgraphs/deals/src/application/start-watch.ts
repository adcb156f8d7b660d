import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { ListingFacts } from '../domain/listing-facts.ts';
import type { PriceWatch } from '../domain/price-watch.ts';
import { sightOf } from '../domain/sight.ts';
import { resourcesOf } from '../domain/stock.ts';
import { armed, atMost, below, startingAt } from '../domain/watch.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { KnownListing } from '../ports/listing-book.ts';
import { lookFor, readSight } from './read-sight.ts';
import { readStock } from './read-stock.ts';

/** What starting a watch works with. */
export type StartDeps = Readonly<{ rates: ExchangeRates }>;

/** Whose stock a watch asks for. */
export const resourcesFor = (watch: PriceWatch, facts: ListingFacts | undefined): string[] =>
  watch.stockBelow === null || facts === undefined ? [] : resourcesOf(facts.stock);

/**
 * Sets the rules of a watch to where price and stock stand now. Within the transaction that stores the watch, so that no change
 * falls between the look and the first event that is held against it.
 */
export async function startWatch(
  transaction: DealsTransaction,
  of: Readonly<{ watch: PriceWatch; known: KnownListing | undefined; at: number }>,
  deps: StartDeps,
): Promise<PriceWatch> {
  const { watch, known, at } = of;
  const { target } = watch;
  const sight = target.kind === 'LISTING' ? sightOf(known?.facts) : await lookFor(transaction, target.search, { at });
  const reading = readSight(watch, sight, deps.rates.at(at));
  const left = watch.stockBelow !== null && known ? await readStock(transaction, { known, at }) : null;
  return {
    ...watch,
    price:
      reading.threshold === null ? armed : startingAt({ value: reading.value, isCrossed: atMost(reading.threshold) }),
    stock: watch.stockBelow === null ? armed : startingAt({ value: left, isCrossed: below(watch.stockBelow) }),
    lastPrice: reading.price,
    lastStock: left,
    snapshot: reading.snapshot,
    effectiveAt: at,
    startsBehind: await transaction.evaluations.last(),
  };
}
