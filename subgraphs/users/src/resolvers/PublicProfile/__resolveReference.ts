import type { UsersContext } from '../context.ts';

export const __resolveReference = ({ id }: { id: string }, { loaders }: UsersContext) => loaders.publicProfile.load(id);
