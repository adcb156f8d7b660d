import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const deal: QueryResolvers['deal'] = async (_parent, { id }, { loaders }) =>
  (await loaders.deal.load(id)) ?? null;
