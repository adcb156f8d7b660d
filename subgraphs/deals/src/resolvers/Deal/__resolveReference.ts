import type { DealResolvers } from '../../generated/resolvers-types.ts';

export const __resolveReference: DealResolvers['__resolveReference'] = async ({ id }, { loaders }) =>
  (await loaders.deal.load(id)) ?? null;
