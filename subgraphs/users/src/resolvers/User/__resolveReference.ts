import { maySee } from '../../application/find-users.ts';
import type { UsersContext } from '../context.ts';

/** Other subgraphs refer to users by id; whoever guesses an id must not get an account by it. */
export const __resolveReference = ({ id }: { id: string }, { principal, loaders }: UsersContext) =>
  maySee(principal, id) ? loaders.account.load(id) : null;
