import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import { toBasis } from '../domain/basis.ts';
import type { ListingFacts } from '../domain/listing-facts.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { KnownListing } from '../ports/listing-book.ts';
import type { Cause, Publisher } from '../ports/publisher.ts';
import type { WatchKey } from '../ports/watch-book.ts';
import { keyOfSubject, leadTimeAt } from './comparables.ts';
import type { EndDeals } from './end-deals.ts';
import { type EvaluatePrices, rearmSearches } from './evaluate-prices.ts';

/** A listing's state at an instant (epoch milliseconds), or its end. */
export type ListingChange = Readonly<{ cause: Cause; at: number }> &
  (Readonly<{ facts: ListingFacts }> | Readonly<{ removed: Readonly<{ id: string; version: number }> }>);

/** Takes changes over in the order in which they are given; each sees the effects of those before it. */
export type FollowListings = (transaction: DealsTransaction, changes: readonly ListingChange[]) => Promise<void>;

type Deps = Readonly<{
  rates: ExchangeRates;
  publisher: Publisher;
  evaluatePrices: EvaluatePrices;
  endDeals: EndDeals;
}>;

const idOf = (change: ListingChange): string => ('facts' in change ? change.facts.id : change.removed.id);

/** What is left of a listing that is gone: enough to know that it is. */
const removedFacts = (facts: ListingFacts, version: number): ListingFacts => ({
  ...facts,
  version,
  live: false,
  fromPriceMinor: null,
  searchPrices: [],
  compared: null,
});

function factsAfter(change: ListingChange, before: KnownListing | undefined): ListingFacts | undefined {
  if ('facts' in change) return before && before.facts.version >= change.facts.version ? undefined : change.facts;
  if (before === undefined || before.facts.version >= change.removed.version) return undefined;
  return removedFacts(before.facts, change.removed.version);
}

/** The price to compare, when it or its key is another one than was observed last. */
function observe(facts: ListingFacts, at: number): KnownListing['observed'] {
  if (!facts.live || facts.compared === null) return null;
  const { priceMinor, subject } = facts.compared;
  return { key: keyOfSubject(subject, leadTimeAt(subject.travelDate, at, facts.timeZone)), priceMinor };
}

function knownFrom(facts: ListingFacts, at: number, rates: ExchangeRates): KnownListing {
  const table = rates.at(at);
  const searchPrices = facts.searchPrices.flatMap((price) => {
    const basisMinor = toBasis({ minor: price.priceMinor, currency: facts.currency }, table);
    return basisMinor === undefined ? [] : [{ ...price, basisMinor }];
  });
  return { facts, observed: observe(facts, at), searchPrices };
}

/** The price as an observation of the pipeline; nothing when it was observed before, or cannot be put on the basis currency. */
function normalized(deps: Deps, before: KnownListing | undefined, after: Applied): OutgoingEvent[] {
  const { observed, facts } = after.known;
  const isKnown = before?.observed?.key === observed?.key && before?.observed?.priceMinor === observed?.priceMinor;
  if (observed === null || isKnown) return [];
  const basisMinor = toBasis({ minor: observed.priceMinor, currency: facts.currency }, deps.rates.at(after.at));
  if (basisMinor === undefined) return [];
  const event = deps.publisher.normalized(
    {
      observationId: `${facts.id}@${facts.version}`,
      listingId: facts.id,
      listingVersion: facts.version,
      kind: facts.kind,
      comparableKey: observed.key,
      basisMinor,
      priceMinor: observed.priceMinor,
      currency: facts.currency,
      observedAt: new Date(after.at).toISOString(),
      source: 'listing',
    },
    after.cause,
  );
  return [event];
}

type Applied = Readonly<{ known: KnownListing; at: number; cause: Cause }>;

const nameOf = ({ kind, key }: WatchKey): string => `${kind} ${key}`;

/** A listing that moves to another city is no longer found where it was. */
function keysOf(facts: ListingFacts, before: KnownListing | undefined): WatchKey[] {
  const searches = new Set([facts.searchKey, before?.facts.searchKey ?? facts.searchKey]);
  return [{ kind: 'LISTING', key: facts.id }, ...[...searches].map((key) => ({ kind: 'SEARCH', key }) as const)];
}

/** Answers which keys of a change somebody watches: those of the listing, and of searches that find it or found it before. */
async function findWatched(
  transaction: DealsTransaction,
  changes: readonly ListingChange[],
  known: ReadonlyMap<string, KnownListing>,
) {
  const facts = changes.flatMap((change) => ('facts' in change ? [change.facts] : []));
  const all = [...facts, ...[...known.values()].map((listing) => listing.facts)].flatMap((each) =>
    keysOf(each, undefined),
  );
  const keys = new Map(all.map((key) => [nameOf(key), key]));
  const watched = new Set((await transaction.watches.watched([...keys.values()])).map(nameOf));
  return (of: ListingFacts, before: KnownListing | undefined): WatchKey[] =>
    keysOf(of, before).filter((key) => watched.has(nameOf(key)));
}

/** Listings that wait to be stored in bulk. */
function createUnsaved(transaction: DealsTransaction) {
  const waiting = new Map<string, KnownListing>();
  return {
    add: (listing: KnownListing) => waiting.set(listing.facts.id, listing),
    async save() {
      await transaction.listings.save([...waiting.values()]);
      waiting.clear();
    },
  };
}

/** Ends the deals of listings that are gone, or of which nothing can be bought any more. */
async function endLostDeals(transaction: DealsTransaction, deps: Deps, applied: readonly Applied[]): Promise<void> {
  const lost = new Map(
    applied.filter(({ known }) => known.observed === null).map((each) => [each.known.facts.id, each]),
  );
  for (const deal of await transaction.deals.activeOf([...lost.keys()])) {
    const of = lost.get(deal.listingId);
    if (of)
      await deps.endDeals(transaction, [deal], { reason: of.known.facts.live ? 'SOLD_OUT' : 'REMOVED', at: of.at });
  }
}

/** Stores a listing that is watched, and holds its watches against it: as it stood before the change, then as it is now. */
async function holdWatches(
  transaction: DealsTransaction,
  deps: Deps,
  of: Readonly<{ keys: readonly WatchKey[]; after: Applied; unsaved: ReturnType<typeof createUnsaved> }>,
): Promise<void> {
  const { known, at, cause } = of.after;
  await of.unsaved.save();
  await rearmSearches(transaction, of.keys, { at, cause, rates: deps.rates });
  of.unsaved.add(known);
  await of.unsaved.save();
  await deps.evaluatePrices(transaction, of.keys, { facts: known.facts, at, cause });
}

/**
 * Takes over what listings tell: keeps the projection, holds watches against the new prices, and hands prices that changed to the
 * pipeline. An older version than the known one changes nothing. Listings that nobody watches are written in bulk.
 */
export const createFollowListings =
  (deps: Deps): FollowListings =>
  async (transaction, changes) => {
    const known = await transaction.listings.load([...new Set(changes.map(idOf))]);
    const watchedOf = await findWatched(transaction, changes, known);
    const unsaved = createUnsaved(transaction);
    const applied = new Map<string, Applied>();
    const events: OutgoingEvent[] = [];
    for (const change of changes) {
      const before = known.get(idOf(change));
      const facts = factsAfter(change, before);
      if (facts === undefined) continue;
      const { at, cause } = change;
      const after: Applied = { known: knownFrom(facts, at, deps.rates), at, cause };
      events.push(...normalized(deps, before, after));
      known.set(facts.id, after.known);
      applied.set(facts.id, after);
      const keys = watchedOf(facts, before);
      if (keys.length > 0) await holdWatches(transaction, deps, { keys, after, unsaved });
      else unsaved.add(after.known);
    }
    await unsaved.save();
    await transaction.announce(events);
    await endLostDeals(transaction, deps, [...applied.values()]);
  };
