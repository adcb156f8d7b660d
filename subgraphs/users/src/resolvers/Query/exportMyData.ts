import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const exportMyData: QueryResolvers['exportMyData'] = async (_parent, _args, { users, principal }) =>
  (await users.exportMyData({ principal })) ?? null;
