import { mayReadAccounts } from '../../application/caller.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const user: QueryResolvers['user'] = (_parent, { id }, { principal, loaders }) =>
  mayReadAccounts(principal) ? loaders.account.load(id) : null;
