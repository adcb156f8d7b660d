import { dailySpanProblem } from '../../domain/day-span.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { allowed, refuseProblem } from '../refusals.ts';

export const eventCounts: QueryResolvers['eventCounts'] = async (_parent, args, { analytics, principal }) => {
  const { topic, ...span } = args;
  refuseProblem(dailySpanProblem(span));
  return allowed(await analytics.countEvents({ ...span, topic: topic ?? undefined, principal }));
};
