import type { UsersContext } from '../context.ts';

export const publicProfile = (_parent: unknown, { id }: { id: string }, { loaders }: UsersContext) =>
  loaders.publicProfile.load(id);
