import { mayRead } from '../../application/caller.ts';
import type { UserResolvers } from '../../generated/resolvers-types.ts';

/** Whoever guesses a user's id must not get their trips by it. */
export const __resolveReference: UserResolvers['__resolveReference'] = ({ id }, { principal }) =>
  mayRead(principal, id) ? { id } : null;
