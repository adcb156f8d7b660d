import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import { fromBasis, toBasis } from '../domain/basis.ts';
import { type ListingFacts, type Snapshot, snapshotOf } from '../domain/listing-facts.ts';
import type { Amount, PriceWatch } from '../domain/price-watch.ts';
import type { SavedSearch } from '../domain/saved-search.ts';
import { armed, atMost, stepAt } from '../domain/watch.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { Found } from '../ports/listing-book.ts';
import type { Cause } from '../ports/publisher.ts';
import type { WatchKey } from '../ports/watch-book.ts';
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

type FoundNow = Readonly<{ found: Found; facts: ListingFacts | undefined }>;

/** What watches see at an instant. Any number of them may share a search: what it finds is looked up once, whoever asks. */
export function createPriceReader(transaction: DealsTransaction, { facts, at }: Moment, rates: ExchangeRates) {
  const finds = new Map<string, Promise<FoundNow | undefined>>();
  const look = async (search: SavedSearch): Promise<FoundNow | undefined> => {
    const found = await transaction.listings.cheapest(search, at);
    if (found === undefined) return undefined;
    if (found.listingId === facts?.id) return { found, facts };
    const known = (await transaction.listings.load([found.listingId])).get(found.listingId);
    return { found, facts: known?.facts };
  };
  const lookOnce = (search: SavedSearch) => {
    const key = JSON.stringify(search);
    const finding = finds.get(key) ?? look(search);
    finds.set(key, finding);
    return finding;
  };
  return async (watch: PriceWatch): Promise<PriceReading> => {
    if (watch.target.kind === 'LISTING') return readListing(watch, { facts, at }, rates);
    const threshold = watch.threshold === null ? null : (toBasis(watch.threshold, rates.at(at)) ?? null);
    const now = await lookOnce(watch.target.search);
    if (now === undefined) return { value: null, threshold, price: null, snapshot: watch.snapshot };
    const { basisMinor, price } = now.found;
    const snapshot = now.facts ? snapshotOf(now.facts, price.minor) : watch.snapshot;
    return { value: basisMinor, threshold, price, snapshot };
  };
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

/** As many watches are held in memory at a time. */
const partSize = 500;

/** The watches of keys, part by part. What is done to one part may be stored before the next one is read: an id never changes. */
async function* partsOf(
  { watches }: DealsTransaction,
  keys: readonly WatchKey[],
  onlyTriggered: boolean,
): AsyncGenerator<readonly PriceWatch[], void, void> {
  for (const key of keys) {
    for (let afterId = ''; ; ) {
      const part = await watches.lookingAt(key, { afterId, limit: partSize, onlyTriggered });
      if (part.length > 0) yield part;
      const last = part.at(-1);
      if (last === undefined || part.length < partSize) break;
      afterId = last.id;
    }
  }
}

/**
 * Arms watches on searches again that have recovered by the passing of time: when the cheapest flight departs, what a search
 * finds becomes dearer and no event tells of it. So watches that have told are held against things as they stood just before a
 * change, before the change is stored.
 */
export async function rearmSearches(
  transaction: DealsTransaction,
  keys: readonly WatchKey[],
  { at, cause, rates }: Readonly<{ at: number; cause: Cause; rates: ExchangeRates }>,
): Promise<void> {
  const searches = keys.filter(({ kind }) => kind === 'SEARCH');
  const read = createPriceReader(transaction, { facts: undefined, at }, rates);
  for await (const part of partsOf(transaction, searches, true)) {
    const moved: PriceWatch[] = [];
    for (const watch of part) {
      if (at < watch.effectiveAt) continue;
      const { next } = movePrice(watch, await read(watch), { at, cause });
      if (next?.price.phase === 'ARMED') moved.push(next);
    }
    await transaction.watches.moveAll(moved);
  }
}

/** Holds the watches of keys against a change of a listing. The change must be stored already: searches look it up. */
export type EvaluatePrices = (
  transaction: DealsTransaction,
  keys: readonly WatchKey[],
  change: Readonly<{ facts: ListingFacts; at: number; cause: Cause }>,
) => Promise<void>;

/** Holds watches against a price that has changed, at the time of the change, and raises the alerts. */
export const createEvaluatePrices =
  (deps: { rates: ExchangeRates; raiseAlerts: RaiseAlerts }): EvaluatePrices =>
  async (transaction, keys, { facts, at, cause }) => {
    const read = createPriceReader(transaction, { facts, at }, deps.rates);
    for await (const part of partsOf(transaction, keys, false)) {
      const moves: ReturnType<typeof movePrice>[] = [];
      for (const watch of part) moves.push(movePrice(watch, await read(watch), { at, cause }));
      await transaction.watches.moveAll(moves.flatMap(({ next }) => next ?? []));
      await deps.raiseAlerts(
        transaction,
        moves.flatMap(({ crossing }) => crossing ?? []),
      );
    }
  };
