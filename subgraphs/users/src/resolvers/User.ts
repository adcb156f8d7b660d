import { type Account, avatarUrlOf, publicProfileOf } from '../domain/account.ts';
import type { UserResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './User/__resolveReference.ts';
import { sessions } from './User/sessions.ts';
import { tripCount } from './User/tripCount.ts';

/** An account, for its owner and for operators. */
export const User: UserResolvers = {
  __resolveReference,
  profile: (account: Account) => ({
    ...account,
    avatarUrl: avatarUrlOf(account.publicProfileId),
    publicProfile: publicProfileOf(account),
  }),
  sessions,
  tripCount,
};
