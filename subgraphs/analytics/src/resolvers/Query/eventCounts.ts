import { dailySpanProblem } from '../../application/reports.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { refuseProblem, requireScope } from '../refusals.ts';

export const eventCounts: QueryResolvers['eventCounts'] = (_parent, { topic, ...span }, { principal, analytics }) => {
  requireScope(principal, 'analytics:read');
  refuseProblem(dailySpanProblem(span));
  return analytics.reports.eventCounts(span, topic ?? undefined);
};
