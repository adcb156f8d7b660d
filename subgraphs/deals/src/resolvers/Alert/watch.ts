import { ownOf } from '../../application/caller.ts';
import type { AlertResolvers } from '../../generated/resolvers-types.ts';

export const watch: AlertResolvers['watch'] = async ({ watchId }, _args, { loaders, principal }) =>
  ownOf(principal, await loaders.watch.load(watchId)) ?? null;
