import { mayReadAccount } from '../../application/caller.ts';
import type { UserResolvers } from '../../generated/resolvers-types.ts';

/** Other subgraphs refer to users by id; whoever guesses an id must not get an account by it. */
export const __resolveReference: UserResolvers['__resolveReference'] = ({ id }, { principal, loaders }) =>
  mayReadAccount(principal, id) ? loaders.account.load(id) : null;
