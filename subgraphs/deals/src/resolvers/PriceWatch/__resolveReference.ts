import { ownOf } from '../../application/caller.ts';
import type { PriceWatchResolvers } from '../../generated/resolvers-types.ts';

/** A watch is its owner's alone, by whichever way it is asked for. */
export const __resolveReference: PriceWatchResolvers['__resolveReference'] = async ({ id }, { loaders, principal }) =>
  ownOf(principal, await loaders.watch.load(id)) ?? null;
