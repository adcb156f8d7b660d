import { type Account, avatarUrlOf, publicProfileOf } from '../../domain/account.ts';

export const profile = (account: Account) => ({
  ...account,
  avatarUrl: avatarUrlOf(account.publicProfileId),
  publicProfile: publicProfileOf(account),
});
