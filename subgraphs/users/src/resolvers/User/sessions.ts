import type { UserResolvers } from '../../generated/resolvers-types.ts';

export const sessions: UserResolvers['sessions'] = async ({ id }, _args, { users, principal }) =>
  (await users.listSessions({ userId: id, principal })) ?? null;
