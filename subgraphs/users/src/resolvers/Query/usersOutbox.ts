import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const usersOutbox: QueryResolvers['usersOutbox'] = async (_parent, _arguments, { users, principal }) =>
  (await users.readOutbox({ principal })) ?? null;
