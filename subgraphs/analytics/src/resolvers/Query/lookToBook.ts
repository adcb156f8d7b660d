import { dailySpanProblem } from '../../domain/day-span.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { allowed, refuseProblem } from '../refusals.ts';

export const lookToBook: QueryResolvers['lookToBook'] = async (_parent, span, { analytics, principal }) => {
  refuseProblem(dailySpanProblem(span));
  return allowed(await analytics.reportLookToBook({ ...span, principal }));
};
