import type { Clock } from '@meridian/platform/time/clock';
import type { Deal } from '../domain/deal.ts';
import type { DealsStore } from '../ports/deals-store.ts';

/** On which listings. */
export type ReadDealsOnRequest = Readonly<{ listingIds: readonly string[] }>;

/** Deals that hold on listings now. One whose time is over no longer does, also before it is ended. */
export const createReadDealsOn =
  (deps: { store: Pick<DealsStore, 'deals'>; clock: Clock }) =>
  async ({ listingIds }: ReadDealsOnRequest): Promise<Deal[]> => {
    const now = deps.clock.now();
    const found = await deps.store.deals.activeOf(listingIds);
    return found.filter(({ endsAt }) => endsAt > now);
  };
