import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { requireScope, sizeWithin } from '../refusals.ts';

export const topListings: QueryResolvers['topListings'] = (_parent, { by, kind, first }, { principal, analytics }) => {
  requireScope(principal, 'analytics:read');
  return analytics.reports.topListings(by, kind ?? undefined, sizeWithin(first ?? 10, 100));
};
