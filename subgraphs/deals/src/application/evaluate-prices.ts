import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import { fromBasis, toBasis } from '../domain/basis.ts';
import { type ListingFacts, type Snapshot, snapshotOf } from '../domain/listing-facts.ts';
import type { Amount, PriceWatch } from '../domain/price-watch.ts';
import { armed, atMost, stepAt } from '../domain/watch.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { Cause } from '../ports/publisher.ts';
import type { Crossing, RaiseAlerts } from './raise-alerts.ts';

/** The price that a watch looks at, in the unit of its rule: the listing's currency, or the basis currency for a search. */
export type PriceReading = Readonly<{
  value: number | null;
  threshold: number | null;
  price: Amount | null;
  snapshot: Snapshot | null;
}>;

type Moment = Readonly<{ facts: ListingFacts | undefined; at: number }>;

function readListing(watch: PriceWatch, { facts, at }: Moment, rates: ExchangeRates): PriceReading {
  const threshold = watch.threshold?.minor ?? null;
  if (facts === undefined || !facts.live || facts.fromPriceMinor === null) {
    return { value: null, threshold, price: null, snapshot: watch.snapshot };
  }
  const price = { minor: facts.fromPriceMinor, currency: facts.currency };
  const isForeign = watch.threshold !== null && watch.threshold.currency !== facts.currency;
  const table = rates.at(at);
  const basis = isForeign ? toBasis(price, table) : undefined;
  const converted = basis === undefined ? undefined : fromBasis(basis, watch.threshold?.currency ?? '', table);
  const value = isForeign ? (converted?.minor ?? null) : price.minor;
  return { value, threshold, price, snapshot: snapshotOf(facts, price.minor) };
}

/** What a watch sees at an instant. For a listing the facts are at hand; for a search the cheapest find is looked up. */
export async function readPrice(
  transaction: DealsTransaction,
  of: Readonly<{ watch: PriceWatch } & Moment>,
  rates: ExchangeRates,
): Promise<PriceReading> {
  const { watch, facts, at } = of;
  if (watch.target.kind === 'LISTING') return readListing(watch, of, rates);
  const threshold = watch.threshold === null ? null : (toBasis(watch.threshold, rates.at(at)) ?? null);
  const found = await transaction.listings.cheapest(watch.target.search, at);
  if (found === undefined) return { value: null, threshold, price: null, snapshot: watch.snapshot };
  const known =
    found.listingId === facts?.id
      ? facts
      : (await transaction.listings.load([found.listingId])).get(found.listingId)?.facts;
  const snapshot = known ? snapshotOf(known, found.price.minor) : watch.snapshot;
  return { value: found.basisMinor, threshold, price: found.price, snapshot };
}

const isSame = (left: PriceWatch, right: PriceWatch): boolean =>
  left.price.phase === right.price.phase &&
  left.price.lowest === right.price.lowest &&
  left.lastPrice?.minor === right.lastPrice?.minor &&
  left.lastPrice?.currency === right.lastPrice?.currency;

/** Moves a watch's price rule by a reading. `crossing` is what to tell, if anything. */
function movePrice(
  watch: PriceWatch,
  reading: PriceReading,
  of: Readonly<{ at: number; cause: Cause }>,
): Readonly<{ next: PriceWatch | undefined; crossing: Crossing | undefined }> {
  const { value, threshold, price, snapshot } = reading;
  const { state, alert } =
    threshold === null
      ? { state: armed, alert: false }
      : stepAt(watch.price, { value, isCrossed: atMost(threshold) }, { at: of.at, since: watch.effectiveAt });
  const next: PriceWatch = { ...watch, price: state, lastPrice: price, snapshot, version: watch.version + 1 };
  if (isSame(watch, next)) return { next: undefined, crossing: undefined };
  if (!alert || price === null || snapshot === null) return { next, crossing: undefined };
  const told = { price, previousPrice: watch.lastPrice, stock: null, observedAt: of.at, cause: of.cause };
  return { next, crossing: { watch: next, snapshot, reason: 'PRICE', ...told } };
}

/** Watches that a change concerns, by id; replaced by what they become, so that a batch of changes sees each other's effects. */
export type WatchGroup = Map<string, PriceWatch>;

/**
 * Arms watches on searches again that have recovered by the passing of time: when the cheapest flight departs, what a search
 * finds becomes dearer and no event tells of it. So watches that have told are held against things as they stood just before a
 * change, before the change is stored.
 */
export async function rearmSearches(
  transaction: DealsTransaction,
  watches: WatchGroup,
  { at, cause, rates }: Readonly<{ at: number; cause: Cause; rates: ExchangeRates }>,
): Promise<void> {
  for (const watch of watches.values()) {
    if (watch.target.kind !== 'SEARCH' || watch.price.phase === 'ARMED' || at < watch.effectiveAt) continue;
    const reading = await readPrice(transaction, { watch, facts: undefined, at }, rates);
    const { next } = movePrice(watch, reading, { at, cause });
    if (next?.price.phase !== 'ARMED') continue;
    await transaction.watches.move(next);
    watches.set(watch.id, next);
  }
}

/** Holds a group of watches against a change of a listing. The change must be stored already: searches look it up. */
export type EvaluatePrices = (
  transaction: DealsTransaction,
  watches: WatchGroup,
  change: Readonly<{ facts: ListingFacts; at: number; cause: Cause }>,
) => Promise<void>;

/** Holds watches against a price that has changed, at the time of the change, and raises the alerts. */
export const createEvaluatePrices =
  (deps: { rates: ExchangeRates; raiseAlerts: RaiseAlerts }): EvaluatePrices =>
  async (transaction, watches, { facts, at, cause }) => {
    const crossings: Crossing[] = [];
    for (const watch of watches.values()) {
      const reading = await readPrice(transaction, { watch, facts, at }, deps.rates);
      const { next, crossing } = movePrice(watch, reading, { at, cause });
      if (next === undefined) continue;
      await transaction.watches.move(next);
      watches.set(watch.id, next);
      if (crossing) crossings.push(crossing);
    }
    await deps.raiseAlerts(transaction, crossings);
  };
