import { dailySpanProblem } from '../../application/reports.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { refuseProblem, requireScope } from '../refusals.ts';

export const lookToBook: QueryResolvers['lookToBook'] = async (_parent, span, { principal, analytics }) => {
  requireScope(principal, 'analytics:read');
  refuseProblem(dailySpanProblem(span));
  const { days, ...total } = await analytics.reports.lookToBook(span);
  return { ...total, days: [...days] };
};
