import { userOf } from '../../application/caller.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';

/** Null, not an error, for a caller who has not signed in: pages ask it to find out. */
export const me: QueryResolvers['me'] = (_parent, _args, { principal, loaders }) => {
  const userId = userOf(principal);
  return userId === undefined ? null : loaders.account.load(userId);
};
