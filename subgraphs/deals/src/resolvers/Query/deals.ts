import type { QueryDealsArgs } from '../../generated/resolvers-types.ts';
import type { DealSort } from '../../ports/deal-book.ts';
import { notOfThisList, pageSize } from '../bad-input.ts';
import { toConnection } from '../connection.ts';
import type { DealsContext } from '../context.ts';
import { placeAt, positionOf, requireCriteria, toFilter } from '../deal-page.ts';

const streamOf = (sort: DealSort): string => `list:deals:${sort}`;

function placeOf(after: string | null | undefined, sort: DealSort, { cursors }: DealsContext) {
  if (!after) return undefined;
  const decoded = cursors.decode(after, streamOf(sort));
  if (!decoded.ok) throw notOfThisList();
  return placeAt(decoded.position, { sort, id: decoded.epoch });
}

export async function deals(_parent: unknown, args: Partial<QueryDealsArgs>, context: DealsContext) {
  const sort = args.sort ?? 'SCORE';
  const after = placeOf(args.after, sort, context);
  const criteria = requireCriteria(context.deals.readDealFilter(toFilter(args.filter)));
  const page = await context.deals.searchDeals(criteria, { sort, first: pageSize(args.first), after });
  return {
    ...toConnection(page.deals, {
      // The deal's id takes the second part of a place: it orders deals that are equal otherwise.
      cursorOf: (deal) =>
        context.cursors.encode({ stream: streamOf(sort), epoch: deal.id, position: positionOf(deal, sort) }),
      hasNext: page.hasNext,
      hasPrevious: after !== undefined,
    }),
    totalCount: page.totalCount,
    // Counted only when it is selected.
    facets: () => page.facets(),
  };
}
