import { ownOf } from '../../application/caller.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const priceWatch: QueryResolvers['priceWatch'] = async (_parent, { id }, { loaders, principal }) =>
  ownOf(principal, await loaders.watch.load(id)) ?? null;
