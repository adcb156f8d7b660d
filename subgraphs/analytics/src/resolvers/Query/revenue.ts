import { pageSize } from '@meridian/platform/subgraph/pages';
import { spanProblem } from '../../domain/day-span.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { allowed, refuseProblem } from '../refusals.ts';

export const revenue: QueryResolvers['revenue'] = async (_parent, args, { analytics, principal }) => {
  const span = { from: args.from ?? undefined, to: args.to ?? undefined };
  refuseProblem(spanProblem(span));
  const first = pageSize(args.first, { usual: 100, most: 500 });
  return allowed(await analytics.reportRevenue({ ...span, groupBy: args.groupBy, first, principal }));
};
