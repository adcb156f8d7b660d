import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { allowed } from '../refusals.ts';

export const liveEventsCursor: QueryResolvers['liveEventsCursor'] = async (_parent, _args, { analytics, principal }) =>
  allowed(await analytics.locateLiveEvents({ principal }));
