import { listStream } from '@meridian/platform/subgraph/list-stream';
import { createList, pageSize, toConnection } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { dealStream } from '../../ports/streams.ts';
import { placeAt, positionOf, requireCriteria, toFilter } from '../deal-page.ts';

export const deals: QueryResolvers['deals'] = async (_parent, args, context) => {
  const sort = args.sort ?? 'SCORE';
  // Deals that are equal otherwise are in the order of their ids.
  const filter = toFilter(args.filter);
  const list = createList(context.cursors, listStream(`list:deals:${sort}`, filter));
  const place = list.placeOf(args.after);
  const after = place && placeAt(place.position, { sort, id: place.id });
  const criteria = requireCriteria(context.deals.readDealFilter(filter));
  const page = await context.deals.searchDeals({ criteria, sort, first: pageSize(args.first), after });
  const { totalCount, hasNext, at, position, epoch } = page;
  return {
    ...toConnection(page.deals, {
      cursorOf: (deal) => list.cursorOf({ position: positionOf(deal, sort), id: deal.id }),
      hasNext,
      hasPrevious: after !== undefined,
    }),
    totalCount,
    streamCursor: context.cursors.encode({ stream: dealStream, epoch, position }),
    criteria,
    at,
  };
};
