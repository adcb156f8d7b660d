import { pageSize } from '@meridian/platform/subgraph/pages';
import { spanProblem } from '../../application/reports.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { refuseProblem, requireScope } from '../refusals.ts';

export const revenue: QueryResolvers['revenue'] = async (_parent, args, { principal, analytics }) => {
  requireScope(principal, 'analytics:read');
  const span = { from: args.from ?? undefined, to: args.to ?? undefined };
  refuseProblem(spanProblem(span));
  const size = pageSize(args.first, { usual: 100, most: 500 });
  return analytics.reports.revenue(args.groupBy, span, size);
};
