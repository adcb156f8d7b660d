import type { UserResolvers } from '../../generated/resolvers-types.ts';

export const sessions: UserResolvers['sessions'] = async ({ id }, _args, { users, principal }) => {
  const listed = await users.listSessions({ userId: id, principal });
  return listed ? [...listed] : null;
};
