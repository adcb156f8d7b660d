import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';
import { type AlreadyWatched, invalid, type NotFound, type NotPermitted, refuse } from '../domain/failures.ts';
import { haveSameLimits, type PriceWatch, type WatchLimits } from '../domain/price-watch.ts';
import { checkStockBelow, checkThreshold, type LimitInput } from '../domain/watch-rules.ts';
import type { DealsStore, DealsTransaction } from '../ports/deals-store.ts';
import { accountOf } from './caller.ts';
import { resourcesFor, type StartDeps, startWatch } from './start-watch.ts';

/** New limits of a watch. One that is absent stays as it was; one of them must be there. */
export type UpdatePriceWatchRequest = Readonly<{
  principal: Principal;
  id: string;
  threshold?: LimitInput | null | undefined;
  stockBelow?: number | null | undefined;
}>;

/** The watch as it stands now, or why it is as it was. */
export type UpdateWatchAnswer = Readonly<
  { ok: true; watch: PriceWatch } | { ok: false; failure: ValidationFailure | NotFound | NotPermitted | AlreadyWatched }
>;

type Deps = StartDeps & Readonly<{ store: DealsStore; clock: Clock }>;

function problemsFor(watch: PriceWatch, limits: WatchLimits, currency: string | undefined): Problem[] {
  const problems: Problem[] = [];
  if (watch.target.kind === 'SEARCH' && limits.stockBelow !== null)
    problems.push({ path: ['input', 'stockBelow'], message: 'Stock can be watched on a listing only.' });
  if (currency && limits.threshold && limits.threshold.currency !== currency)
    problems.push({
      path: ['input', 'threshold', 'currency'],
      message: `This listing is priced in ${currency}: give the threshold in ${currency}.`,
    });
  return problems;
}

async function change(
  transaction: DealsTransaction,
  deps: Deps,
  of: { userId: string; id: string; limits: WatchLimits },
): Promise<UpdateWatchAnswer> {
  const watch = await transaction.watches.find(of.id);
  // Another account's watch answers as a missing one does; otherwise ids could be probed.
  if (watch?.userId !== of.userId) return refuse({ code: 'NOT_FOUND', id: of.id });
  const listingId = watch.target.kind === 'LISTING' ? watch.target.listingId : undefined;
  const known = listingId ? (await transaction.listings.load([listingId])).get(listingId) : undefined;
  const problems = problemsFor(watch, of.limits, known?.facts.currency);
  if (problems.length > 0) return invalid(problems);
  const wanted: PriceWatch = {
    ...watch,
    threshold: of.limits.threshold ?? watch.threshold,
    stockBelow: of.limits.stockBelow ?? watch.stockBelow,
    version: watch.version + 1,
  };
  const beside = await transaction.watches.watchesOn(of.userId, watch.target);
  const equal = beside.find((other) => other.id !== watch.id && haveSameLimits(other, wanted));
  if (equal !== undefined) return refuse({ code: 'ALREADY_WATCHED', watch: equal });
  const next = await startWatch(transaction, { watch: wanted, known, at: deps.clock.now() }, deps);
  await transaction.watches.move(next);
  await transaction.watches.setResources(next, resourcesFor(next, known?.facts));
  return { ok: true, watch: next };
}

/** Changes the limits of an account's own watch; its rules start anew. */
export const createUpdatePriceWatch =
  (deps: Deps) =>
  async (request: UpdatePriceWatchRequest): Promise<UpdateWatchAnswer> => {
    const userId = accountOf(request.principal);
    if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
    const threshold = checkThreshold(request.threshold, ['input', 'threshold']);
    const stockBelow = checkStockBelow(request.stockBelow, ['input', 'stockBelow']);
    const problems = [...threshold.problems, ...stockBelow.problems];
    const limits = { threshold: threshold.value, stockBelow: stockBelow.value };
    if (problems.length === 0 && limits.threshold === null && limits.stockBelow === null)
      problems.push({ path: ['input'], message: 'Give a threshold, or stockBelow, or both.' });
    if (problems.length > 0) return invalid(problems);
    return deps.store.transaction((transaction) => change(transaction, deps, { userId, id: request.id, limits }));
  };
