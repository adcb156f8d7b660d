import type { DealConnectionResolvers } from '../../generated/resolvers-types.ts';

export const facets: DealConnectionResolvers['facets'] = ({ criteria, at }, _args, { deals }) =>
  deals.countDealFacets({ criteria, at });
