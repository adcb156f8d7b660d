import { pageSize } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { requireScope } from '../refusals.ts';

export const topListings: QueryResolvers['topListings'] = (_parent, { by, kind, first }, { principal, analytics }) => {
  requireScope(principal, 'analytics:read');
  return analytics.reports.topListings(by, kind ?? undefined, pageSize(first, { usual: 10 }));
};
