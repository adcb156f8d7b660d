import type { UsersContext } from '../context.ts';

/** Null, not an error, for a caller who has not signed in: pages ask it to find out. */
export const me = (_parent: unknown, _args: unknown, { principal, loaders }: UsersContext) =>
  principal.kind === 'user' ? loaders.account.load(principal.userId) : null;
