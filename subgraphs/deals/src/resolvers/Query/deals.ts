import { createList, pageSize, toConnection } from '@meridian/platform/subgraph/pages';
import type { QueryDealsArgs } from '../../generated/resolvers-types.ts';
import type { DealsContext } from '../context.ts';
import { placeAt, positionOf, requireCriteria, toFilter } from '../deal-page.ts';

export async function deals(_parent: unknown, args: Partial<QueryDealsArgs>, context: DealsContext) {
  const sort = args.sort ?? 'SCORE';
  // Deals that are equal otherwise are in the order of their ids.
  const list = createList(context.cursors, `list:deals:${sort}`);
  const place = list.placeOf(args.after);
  const after = place && placeAt(place.position, { sort, id: place.id });
  const criteria = requireCriteria(context.deals.readDealFilter(toFilter(args.filter)));
  const page = await context.deals.searchDeals(criteria, { sort, first: pageSize(args.first), after });
  return {
    ...toConnection(page.deals, {
      cursorOf: (deal) => list.cursorOf({ position: positionOf(deal, sort), id: deal.id }),
      hasNext: page.hasNext,
      hasPrevious: after !== undefined,
    }),
    totalCount: page.totalCount,
    // Counted only when it is selected.
    facets: () => page.facets(),
  };
}
