import { isAccount } from '../../application/caller.ts';
import type { UserResolvers } from '../../generated/resolvers-types.ts';

/** Whoever guesses a user's id learns nothing of them by it. */
export const __resolveReference: UserResolvers['__resolveReference'] = ({ id }, { principal }) =>
  isAccount(principal, id) ? { id } : null;
