import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import { toBasis } from '../domain/basis.ts';
import type { ListingFacts } from '../domain/listing-facts.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { KnownListing } from '../ports/listing-book.ts';
import type { Cause, Publisher } from '../ports/publisher.ts';
import { keyOfSubject, leadTimeAt } from './comparables.ts';
import type { EndDeals } from './end-deals.ts';
import type { EvaluateWatches } from './evaluate-watches.ts';
import { createHoldWatches, type Onlookers } from './hold-watches.ts';

/** A listing's state at an instant (epoch milliseconds), or its end. */
export type ListingChange = Readonly<{ cause: Cause; at: number }> &
  (Readonly<{ facts: ListingFacts }> | Readonly<{ removed: Readonly<{ id: string; version: number }> }>);

/** Takes changes over in the order in which they are given; each sees the effects of those before it. */
export type FollowListings = (transaction: DealsTransaction, changes: readonly ListingChange[]) => Promise<void>;

type Deps = Readonly<{
  rates: ExchangeRates;
  publisher: Publisher;
  evaluateWatches: EvaluateWatches;
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

/** Answers who looks at the listing of a change, before and after it: one that moves to another city is no longer found where it was. */
async function findOnlookers(
  transaction: DealsTransaction,
  changes: readonly ListingChange[],
  known: ReadonlyMap<string, KnownListing>,
) {
  const facts = changes.flatMap((change) => ('facts' in change ? [change.facts] : []));
  const keys = [...facts, ...[...known.values()].map((listing) => listing.facts)].map(({ searchKey }) => searchKey);
  const watched = await transaction.watches.watchedListings([...new Set(changes.map(idOf))]);
  const searches = await transaction.watches.watchedSearches([...new Set(keys)]);
  return (of: ListingFacts, before: KnownListing | undefined): Onlookers => ({
    isWatched: watched.has(of.id),
    searches: searches.filter(({ key }) => key === of.searchKey || key === before?.facts.searchKey),
  });
}

/** Listings that wait to be stored in bulk. */
function createUnsaved(transaction: DealsTransaction) {
  const waiting = new Map<string, KnownListing>();
  const save = async () => {
    await transaction.listings.save([...waiting.values()]);
    waiting.clear();
  };
  return {
    add: (listing: KnownListing) => waiting.set(listing.facts.id, listing),
    save,
    async saveWith(listing: KnownListing) {
      waiting.set(listing.facts.id, listing);
      await save();
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

/**
 * Takes over what listings tell: keeps the projection, holds watches against the new prices, and hands prices that changed to the
 * pipeline. An older version than the known one changes nothing. Listings that nobody watches are written in bulk.
 */
export const createFollowListings =
  (deps: Deps): FollowListings =>
  async (transaction, changes) => {
    const known = await transaction.listings.load([...new Set(changes.map(idOf))]);
    const onlookersOf = await findOnlookers(transaction, changes, known);
    const hold = createHoldWatches(transaction, deps.evaluateWatches);
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
      const onlookers = onlookersOf(facts, before);
      if (!onlookers.isWatched && onlookers.searches.length === 0) unsaved.add(after.known);
      else await hold(onlookers, { facts, at, cause }, () => unsaved.saveWith(after.known));
    }
    await unsaved.save();
    await transaction.announce(events);
    await endLostDeals(transaction, deps, [...applied.values()]);
  };
