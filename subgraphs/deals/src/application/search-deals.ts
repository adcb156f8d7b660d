import type { Clock } from '@meridian/platform/time/clock';
import type { Deal } from '../domain/deal.ts';
import type { DealCriteria, DealPlace, DealSort } from '../ports/deal-book.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import { dealStream } from '../ports/streams.ts';

/** Which deals, in which order, and which page of them. */
export type SearchDealsRequest = Readonly<{
  criteria: DealCriteria;
  sort: DealSort;
  first: number;
  after: DealPlace | undefined;
}>;

/**
 * A page of deals, how many there are in all, at which instant (epoch milliseconds) they were found to hold, and where the stream of
 * deals stood when they were read, in which life of the data.
 */
export type DealPage = Readonly<{
  deals: readonly Deal[];
  totalCount: number;
  hasNext: boolean;
  at: number;
  position: number;
  epoch: string;
}>;

/** Deals that hold now. */
export const createSearchDeals =
  (deps: { store: Pick<DealsStore, 'deals' | 'streams'>; clock: Clock }) =>
  async ({ first, ...wanted }: SearchDealsRequest): Promise<DealPage> => {
    const at = deps.clock.now();
    const { streams } = deps.store;
    // Read before the page: a deal that comes in between is then told twice rather than never.
    const [epoch, { position }] = await Promise.all([streams.epoch(), streams.extent(dealStream)]);
    const { deals, totalCount } = await deps.store.deals.page({ ...wanted, limit: first + 1, at });
    return { deals: deals.slice(0, first), totalCount, hasNext: deals.length > first, at, position, epoch };
  };
