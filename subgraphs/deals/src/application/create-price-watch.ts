import type { Principal } from '@meridian/platform/identity/principal';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { Problem } from '@meridian/platform/values/problems';
import { type Failure, invalid, refuse } from '../domain/failures.ts';
import { type Amount, haveSameLimits, type PriceWatch, type WatchTarget } from '../domain/price-watch.ts';
import { armed } from '../domain/watch.ts';
import {
  airportsIn,
  checkSearch,
  checkStockBelow,
  checkThreshold,
  type LimitInput,
  type SearchInput,
} from '../domain/watch-rules.ts';
import type { DealsStore, DealsTransaction } from '../ports/deals-store.ts';
import { accountOf } from './caller.ts';
import { resourcesFor, type StartDeps, startWatch } from './start-watch.ts';

/** What a caller asks for: exactly one of `listingId` and `search`, at least one of `threshold` and `stockBelow`. */
export type CreatePriceWatchRequest = Readonly<{
  principal: Principal;
  listingId?: string | null | undefined;
  search?: SearchInput | null | undefined;
  threshold?: LimitInput | null | undefined;
  stockBelow?: number | null | undefined;
}>;
/** The watch as it stands now, or why there is none. */
export type WatchAnswer = Readonly<{ ok: true; watch: PriceWatch } | { ok: false; failure: Failure }>;

type Deps = StartDeps & Readonly<{ store: DealsStore; ids: Ids; clock: Clock; watchesPerAccount: number }>;
type Wish = Readonly<{ target: WatchTarget; threshold: Amount | null; stockBelow: number | null }>;

type Airports = ReadonlySet<string>;

function targetOf(
  request: CreatePriceWatchRequest,
  airports: Airports,
): Readonly<{ target: WatchTarget | null; problems: readonly Problem[] }> {
  const { listingId, search } = request;
  if (Boolean(listingId) === Boolean(search)) {
    return { target: null, problems: [{ path: ['input'], message: 'Give either listingId or search.' }] };
  }
  if (listingId) return { target: { kind: 'LISTING', listingId }, problems: [] };
  if (!search) return { target: null, problems: [] };
  const { value, problems } = checkSearch(search, { path: ['input', 'search'], airports });
  return { target: value && { kind: 'SEARCH', search: value }, problems };
}

function check(
  request: CreatePriceWatchRequest,
  airports: Airports,
): Readonly<{ wish: Wish | null; problems: readonly Problem[] }> {
  const { target, problems } = targetOf(request, airports);
  const threshold = checkThreshold(request.threshold, ['input', 'threshold']);
  const stockBelow = checkStockBelow(request.stockBelow, ['input', 'stockBelow']);
  const all = [...problems, ...threshold.problems, ...stockBelow.problems];
  if (all.length === 0 && threshold.value === null && stockBelow.value === null)
    all.push({ path: ['input'], message: 'Give a threshold, or stockBelow, or both.' });
  if (target?.kind === 'SEARCH' && stockBelow.value !== null)
    all.push({ path: ['input', 'stockBelow'], message: 'Stock can be watched on a listing only.' });
  if (target === null || all.length > 0) return { wish: null, problems: all };
  return { wish: { target, threshold: threshold.value, stockBelow: stockBelow.value }, problems: [] };
}

const newWatch = (wish: Wish, of: { id: string; userId: string; now: number }): PriceWatch => ({
  ...wish,
  id: of.id,
  userId: of.userId,
  price: armed,
  stock: armed,
  lastPrice: null,
  lastStock: null,
  snapshot: null,
  createdAt: of.now,
  effectiveAt: of.now,
  startsBehind: 0,
  version: 1,
});

async function store(
  transaction: DealsTransaction,
  deps: Deps,
  of: { wish: Wish; userId: string },
): Promise<WatchAnswer> {
  const { wish, userId } = of;
  if ((await transaction.watches.countOf(userId)) >= deps.watchesPerAccount) {
    return refuse({ code: 'WATCH_LIMIT_REACHED', limit: deps.watchesPerAccount });
  }
  const listingId = wish.target.kind === 'LISTING' ? wish.target.listingId : undefined;
  const known = listingId ? (await transaction.listings.load([listingId])).get(listingId) : undefined;
  if (listingId !== undefined && !known?.facts.live) return refuse({ code: 'NOT_FOUND', id: listingId });
  const equal = (await transaction.watches.watchesOn(userId, wish.target)).find((watch) => haveSameLimits(watch, wish));
  if (equal !== undefined) return refuse({ code: 'ALREADY_WATCHED', watch: equal });
  const currency = known?.facts.currency;
  if (currency && wish.threshold && wish.threshold.currency !== currency) {
    const message = `This listing is priced in ${currency}: give the threshold in ${currency}.`;
    return invalid([{ path: ['input', 'threshold', 'currency'], message }]);
  }
  // Read under the write lock: no event of the listing is applied between this look and the watch's first one.
  const now = deps.clock.now();
  const draft = newWatch(wish, { id: deps.ids.next('wch'), userId, now });
  const watch = await startWatch(transaction, { watch: draft, known, at: now }, deps);
  await transaction.watches.add(watch, resourcesFor(watch, known?.facts));
  return { ok: true, watch };
}

/** Watches a listing or a search for an account. */
export const createCreatePriceWatch =
  (deps: Deps) =>
  async (request: CreatePriceWatchRequest): Promise<WatchAnswer> => {
    const userId = accountOf(request.principal);
    if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
    const named = request.search ? airportsIn(request.search) : [];
    const { wish, problems } = check(request, await deps.store.airports.known(named));
    if (wish === null) return invalid(problems);
    return deps.store.transaction((transaction) => store(transaction, deps, { wish, userId }));
  };
