import { ownOf } from '../../application/caller.ts';
import type { AlertResolvers } from '../../generated/resolvers-types.ts';

/** An alert is its owner's alone, by whichever way it is asked for. */
export const __resolveReference: AlertResolvers['__resolveReference'] = async ({ id }, { loaders, principal }) =>
  ownOf(principal, await loaders.alert.load(id)) ?? null;
