import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { requireScope } from '../refusals.ts';

export const consumerLag: QueryResolvers['consumerLag'] = (_parent, { group }, { principal, log }) => {
  requireScope(principal, 'events:read');
  return log.lag(group ?? undefined);
};
