import type { Deal } from '../domain/deal.ts';
import { sightOf } from '../domain/sight.ts';
import { levelsFrom, resourcesOf, unitsForDeal } from '../domain/stock.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { Evaluation, Watched } from '../ports/evaluation-book.ts';
import type { KnownListing } from '../ports/listing-book.ts';
import type { Cause } from '../ports/publisher.ts';
import type { EndDeals } from './end-deals.ts';
import type { Budget, EvaluateWatches } from './evaluate-watches.ts';
import { readStock } from './read-stock.ts';
import { readTags } from './tag-deals.ts';

/** What remains of a resource on a date, since an instant (epoch milliseconds). */
export type StockChange = Readonly<{ resource: string; slot: string; remaining: number; at: number; cause: Cause }>;

/** Takes changes of stock over in the order in which they are given. */
export type FollowStock = (transaction: DealsTransaction, changes: readonly StockChange[]) => Promise<void>;

type Deps = Readonly<{ evaluateWatches: EvaluateWatches; endDeals: EndDeals }>;

/** A listing whose stock is watched, and what of it. */
type WatchedStock = Readonly<{ watched: Extract<Watched, { kind: 'STOCK' }>; known: KnownListing }>;

/** Of a listing that is withdrawn there is no stock to watch. */
async function findWatched(transaction: DealsTransaction, changes: readonly StockChange[]): Promise<WatchedStock[]> {
  const found = await transaction.watches.watchedStock([...new Set(changes.map(({ resource }) => resource))]);
  const listings = await transaction.listings.load([...new Set(found.map(({ listingId }) => listingId))]);
  return found.flatMap((watched) => {
    const known = listings.get(watched.listingId);
    return known?.facts.live ? [{ watched, known }] : [];
  });
}

/** Stores a change and holds watches against it: against things as they stood just before it, then as they stand since. */
async function holdWatches(
  transaction: DealsTransaction,
  { evaluateWatches }: Deps,
  of: Readonly<{ change: StockChange; watched: readonly WatchedStock[]; budget: Budget }>,
): Promise<void> {
  const { at, cause, resource } = of.change;
  const watched = of.watched.filter((each) => each.watched.resource === resource);
  const befores = [];
  for (const { known } of watched) befores.push(sightOf(known.facts, await readStock(transaction, { known, at })));
  await storeLevels(transaction, [of.change]);
  const evaluations: Evaluation[] = [];
  for (const [index, { known, watched: stock }] of watched.entries()) {
    const after = sightOf(known.facts, await readStock(transaction, { known, at }));
    evaluations.push({ watched: stock, before: befores[index] ?? null, after, at, cause });
  }
  if (evaluations.length > 0) await evaluateWatches.begin(transaction, evaluations, of.budget);
}

/** A deal's tags with the stock of now; undefined when they are as they were. */
async function retag(
  transaction: DealsTransaction,
  of: Readonly<{ deal: Deal; known: KnownListing; at: number }>,
): Promise<Deal | undefined> {
  const tags = await readTags(transaction, { facts: of.known.facts, at: of.at });
  return tags.join() === of.deal.tags.join() ? undefined : { ...of.deal, tags };
}

/** Ends deals of which nothing is left, and tells of the others whether little is. */
async function evaluateDeals(
  transaction: DealsTransaction,
  deps: Deps,
  changes: readonly StockChange[],
): Promise<void> {
  const deals = await transaction.deals.onResources([...new Set(changes.map(({ resource }) => resource))]);
  const at = changes.at(-1)?.at ?? 0;
  const listings = await transaction.listings.load([...new Set(deals.map(({ listingId }) => listingId))]);
  for (const deal of deals) {
    const known = listings.get(deal.listingId);
    if (known === undefined) continue;
    const plan = known.facts.stock;
    const levels = levelsFrom(await transaction.stock.levels(resourcesOf(plan), deal.slot));
    const { left } = unitsForDeal(plan, deal, levels);
    if (left <= 0) await deps.endDeals(transaction, [deal], { reason: 'SOLD_OUT', at });
    else {
      const next = await retag(transaction, { deal, known, at });
      if (next) await transaction.deals.save([[next, resourcesOf(plan)]]);
    }
  }
}

const storeLevels = (transaction: DealsTransaction, changes: readonly StockChange[]): Promise<void> =>
  transaction.stock.put(
    changes.map(({ resource, slot, remaining, at }) => ({ resource, slot, remaining, changedAt: at })),
  );

/** Takes over what bookings tells of stock: keeps the levels, holds watches against them, ends deals that are sold out. */
export const createFollowStock =
  (deps: Deps): FollowStock =>
  async (transaction, changes) => {
    const watched = await findWatched(transaction, changes);
    const budget = deps.evaluateWatches.newBudget();
    if (watched.length === 0) await storeLevels(transaction, changes);
    // One by one only where somebody looks: each alert tells of the level of its moment.
    else for (const change of changes) await holdWatches(transaction, deps, { change, watched, budget });
    await evaluateDeals(transaction, deps, changes);
  };
