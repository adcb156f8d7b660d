import type { ListingFacts } from '../domain/listing-facts.ts';
import { isSameFind, type Sight, sightOf } from '../domain/sight.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { Evaluation } from '../ports/evaluation-book.ts';
import type { Cause } from '../ports/publisher.ts';
import type { WatchedSearch } from '../ports/watch-book.ts';
import type { EvaluateWatches } from './evaluate-watches.ts';
import { lookFor } from './read-sight.ts';

/** Who looks at a listing: watches of its own, and searches that find it or found it before. */
export type Onlookers = Readonly<{ isWatched: boolean; searches: readonly WatchedSearch[] }>;

/** A listing as it is from an instant on (epoch milliseconds). */
export type ListingMoment = Readonly<{ facts: ListingFacts; at: number; cause: Cause }>;

/** Holds the watches of a listing's onlookers against a change of it. `store` stores the change: searches are looked at before and after. */
export type HoldWatches = (onlookers: Onlookers, moment: ListingMoment, store: () => Promise<void>) => Promise<void>;

/** A search with what it found before a change. */
type Look = Readonly<{ watched: WatchedSearch; before: Sight }>;

/** What a search finds since a change; nothing to hold against its watches when that is what they have seen already. */
async function evaluationsOf(
  transaction: DealsTransaction,
  { watched, before }: Look,
  of: Readonly<{ moment: ListingMoment; seen: Map<WatchedSearch, Sight> }>,
): Promise<Evaluation[]> {
  const { moment, seen } = of;
  const { at, cause } = moment;
  const { search } = watched;
  const after = await lookFor(transaction, search, moment);
  const last = seen.get(watched) ?? watched.seen;
  if (last !== null && isSameFind(last, before) && isSameFind(before, after)) return [];
  seen.set(watched, after);
  await transaction.watches.see(search, after);
  return [{ watched: { kind: 'SEARCH', search }, before, after, at, cause }];
}

const listingEvaluation = ({ facts, at, cause }: ListingMoment): Evaluation => ({
  watched: { kind: 'LISTING', listingId: facts.id },
  before: null,
  after: sightOf(facts),
  at,
  cause,
});

/** Holds watches against changes that are stored one after the other in one transaction. */
export function createHoldWatches(transaction: DealsTransaction, evaluateWatches: EvaluateWatches): HoldWatches {
  const budget = evaluateWatches.newBudget();
  /** What searches have found since the transaction read what they had found before. */
  const seen = new Map<WatchedSearch, Sight>();
  return async ({ isWatched, searches }, moment, store) => {
    const looks: Look[] = [];
    for (const watched of searches)
      looks.push({ watched, before: await lookFor(transaction, watched.search, { at: moment.at }) });
    await store();
    const evaluations = isWatched ? [listingEvaluation(moment)] : [];
    for (const look of looks) evaluations.push(...(await evaluationsOf(transaction, look, { moment, seen })));
    if (evaluations.length > 0) await evaluateWatches.begin(transaction, evaluations, budget);
  };
}
