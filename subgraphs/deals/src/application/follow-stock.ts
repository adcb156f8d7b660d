import type { Deal } from '../domain/deal.ts';
import { snapshotOf } from '../domain/listing-facts.ts';
import type { PriceWatch } from '../domain/price-watch.ts';
import { levelsFrom, resourcesOf, unitsForDeal, unitsLeft } from '../domain/stock.ts';
import { armed, below, stepAt } from '../domain/watch.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { KnownListing } from '../ports/listing-book.ts';
import type { Cause } from '../ports/publisher.ts';
import { localDateAt } from './comparables.ts';
import type { EndDeals } from './end-deals.ts';
import type { Crossing, RaiseAlerts } from './raise-alerts.ts';
import { readTags } from './tag-deals.ts';

/** What remains of a resource on a date, since an instant (epoch milliseconds). */
export type StockChange = Readonly<{ resource: string; slot: string; remaining: number; at: number; cause: Cause }>;

/** Takes changes of stock over in the order in which they are given. */
export type FollowStock = (transaction: DealsTransaction, changes: readonly StockChange[]) => Promise<void>;

type Deps = Readonly<{ raiseAlerts: RaiseAlerts; endDeals: EndDeals }>;

/** What can still be had of a listing at an instant. */
export async function readStock(
  transaction: DealsTransaction,
  of: Readonly<{ known: KnownListing; at: number }>,
): Promise<number> {
  const { facts } = of.known;
  const levels = await transaction.stock.levels(resourcesOf(facts.stock), localDateAt(of.at, facts.timeZone));
  return unitsLeft(facts.stock, levelsFrom(levels), [...new Set(levels.map(({ slot }) => slot))]);
}

function moveStock(watch: PriceWatch, known: KnownListing, of: Readonly<{ left: number } & StockChange>) {
  const { facts } = known;
  const limit = watch.stockBelow;
  const price =
    facts.fromPriceMinor === null ? watch.lastPrice : { minor: facts.fromPriceMinor, currency: facts.currency };
  const { state, alert } =
    limit === null
      ? { state: armed, alert: false }
      : stepAt(watch.stock, { value: of.left, isCrossed: below(limit) }, { at: of.at, since: watch.effectiveAt });
  const next: PriceWatch = { ...watch, stock: state, lastStock: of.left, version: watch.version + 1 };
  const crossing: Crossing | undefined =
    alert && price
      ? {
          watch: next,
          snapshot: snapshotOf(facts, price.minor),
          reason: 'STOCK',
          price,
          previousPrice: watch.lastPrice,
          stock: of.left,
          observedAt: of.at,
          cause: of.cause,
        }
      : undefined;
  return { next, crossing };
}

type Watched = Readonly<{ watch: PriceWatch; known: KnownListing }>;

/** Watches that ask for the stock of a resource, each with its listing. Of a listing that is withdrawn there is no stock. */
async function watchesOf(transaction: DealsTransaction, resource: string): Promise<Watched[]> {
  const watches = await transaction.watches.onResources([resource]);
  const ids = watches.flatMap(({ target }) => (target.kind === 'LISTING' ? [target.listingId] : []));
  const listings = await transaction.listings.load([...new Set(ids)]);
  return watches.flatMap((watch) => {
    const known = watch.target.kind === 'LISTING' ? listings.get(watch.target.listingId) : undefined;
    return known?.facts.live ? [{ watch, known }] : [];
  });
}

/**
 * Arms watches again that have recovered by the passing of time: when a night that was sold out is over, more can be had again and
 * no event tells of it. So watches that have told are held against things as they stood just before a change, before it is stored.
 */
async function rearmWatches(transaction: DealsTransaction, change: StockChange): Promise<void> {
  for (const { watch, known } of await watchesOf(transaction, change.resource)) {
    if (watch.stock.phase === 'ARMED' || change.at < watch.effectiveAt) continue;
    const left = await readStock(transaction, { known, at: change.at });
    const { next } = moveStock(watch, known, { ...change, left });
    if (next.stock.phase === 'ARMED') await transaction.watches.move(next);
  }
}

async function evaluateWatches(transaction: DealsTransaction, deps: Deps, change: StockChange): Promise<void> {
  const crossings: Crossing[] = [];
  for (const { watch, known } of await watchesOf(transaction, change.resource)) {
    const left = await readStock(transaction, { known, at: change.at });
    if (left === watch.lastStock) continue;
    const { next, crossing } = moveStock(watch, known, { ...change, left });
    await transaction.watches.move(next);
    if (crossing) crossings.push(crossing);
  }
  await deps.raiseAlerts(transaction, crossings);
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
    const resources = [...new Set(changes.map(({ resource }) => resource))];
    const isWatched = (await transaction.watches.onResources(resources)).length > 0;
    if (!isWatched) await storeLevels(transaction, changes);
    // One by one only where somebody looks: each alert tells of the level of its moment.
    for (const change of isWatched ? changes : []) {
      await rearmWatches(transaction, change);
      await storeLevels(transaction, [change]);
      await evaluateWatches(transaction, deps, change);
    }
    await evaluateDeals(transaction, deps, changes);
  };
