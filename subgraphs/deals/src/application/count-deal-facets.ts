import type { DealCriteria, DealFacetCounts } from '../ports/deal-book.ts';
import type { DealsStore } from '../ports/deals-store.ts';

/** Of which deals, of those that hold at an instant (epoch milliseconds). */
export type CountDealFacetsRequest = Readonly<{ criteria: DealCriteria; at: number }>;

/** How the deals of a search divide. Apart from the search, because it costs more than a page and is seldom asked for. */
export const createCountDealFacets =
  (deps: { store: Pick<DealsStore, 'deals'> }) =>
  ({ criteria, at }: CountDealFacetsRequest): Promise<DealFacetCounts> =>
    deps.store.deals.facets(criteria, at);
