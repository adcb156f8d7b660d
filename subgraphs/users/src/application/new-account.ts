import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { type Account, normaliseEmail } from '../domain/account.ts';
import type { ProfileFields } from '../domain/account-rules.ts';
import { inOrder, type Role } from '../domain/roles.ts';

type Input = Readonly<{ email: string; roles: readonly Role[]; profile: ProfileFields }>;

/** An account as it begins, in its first version. */
export const newAccount = (deps: Readonly<{ ids: Ids; clock: Clock }>, input: Input): Account => ({
  ...input.profile,
  displayName: input.profile.displayName.trim(),
  id: deps.ids.next('usr'),
  publicProfileId: deps.ids.next('prf'),
  email: normaliseEmail(input.email),
  roles: inOrder(input.roles),
  createdAt: new Date(deps.clock.now()).toISOString(),
  version: 1,
});
