import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { allowed } from '../refusals.ts';

export const consumerLag: QueryResolvers['consumerLag'] = async (_parent, { group }, { analytics, principal }) =>
  allowed(await analytics.readConsumerLag({ group: group ?? undefined, principal }));
