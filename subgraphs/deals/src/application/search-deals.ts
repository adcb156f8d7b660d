import type { Clock } from '@meridian/platform/time/clock';
import type { Deal } from '../domain/deal.ts';
import type { DealCriteria, DealPlace, DealSort } from '../ports/deal-book.ts';
import type { DealsStore } from '../ports/deals-store.ts';

/** Which deals, in which order, and which page of them. */
export type SearchDealsRequest = Readonly<{
  criteria: DealCriteria;
  sort: DealSort;
  first: number;
  after: DealPlace | undefined;
}>;

/** A page of deals, how many there are in all, and at which instant (epoch milliseconds) they were found to hold. */
export type DealPage = Readonly<{ deals: readonly Deal[]; totalCount: number; hasNext: boolean; at: number }>;

/** Deals that hold now. */
export const createSearchDeals =
  (deps: { store: Pick<DealsStore, 'deals'>; clock: Clock }) =>
  async ({ first, ...wanted }: SearchDealsRequest): Promise<DealPage> => {
    const at = deps.clock.now();
    const { deals, totalCount } = await deps.store.deals.page({ ...wanted, limit: first + 1, at });
    return { deals: deals.slice(0, first), totalCount, hasNext: deals.length > first, at };
  };
