import { pageSize } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { allowed } from '../refusals.ts';

export const topListings: QueryResolvers['topListings'] = async (_parent, args, { analytics, principal }) => {
  const wanted = { by: args.by, kind: args.kind ?? undefined, first: pageSize(args.first, { usual: 10 }) };
  return allowed(await analytics.listTopListings({ ...wanted, principal }));
};
