import type { Ids } from '@meridian/platform/ids/ids';
import type { OutboxMonitor } from '@meridian/platform/outbox/outbox';
import { createReadOutbox } from '@meridian/platform/subgraph/read-outbox';
import type { Clock } from '@meridian/platform/time/clock';
import type { AttemptLimits } from '../domain/attempts.ts';
import type { Airports } from '../ports/airports.ts';
import type { AttemptLimiter } from '../ports/attempt-limiter.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { AccessTokens, RefreshTokens } from '../ports/session-tokens.ts';
import type { UserDirectory } from '../ports/user-directory.ts';
import type { UserStore } from '../ports/user-store.ts';
import { createDeleteMyAccount } from './delete-my-account.ts';
import { createEnsureAccount } from './ensure-account.ts';
import { createEnsureProfiles } from './ensure-profiles.ts';
import { createExportMyData } from './export-my-data.ts';
import { createFindUsers } from './find-users.ts';
import { createListSessions } from './list-sessions.ts';
import { createRefreshSession } from './refresh-session.ts';
import { createSessionStarter } from './session-starter.ts';
import { createSetUserRoles } from './set-user-roles.ts';
import { createShowAvatar } from './show-avatar.ts';
import { createSignIn } from './sign-in.ts';
import { createSignOut } from './sign-out.ts';
import { createSignUp } from './sign-up.ts';
import { createUpdateProfile } from './update-profile.ts';

/** The ports that the use cases stand on, and this deployment's limits. */
export type UsersApplicationDependencies = Readonly<{
  store: UserStore;
  outbox: OutboxMonitor;
  directory: UserDirectory;
  airports: Airports;
  hasher: PasswordHasher;
  limiter: AttemptLimiter;
  limits: AttemptLimits;
  accessTokens: AccessTokens;
  refreshTokens: RefreshTokens;
  ids: Ids;
  clock: Clock;
}>;

/** The use cases of this service on their ports. */
export function createUsersApplication(deps: UsersApplicationDependencies) {
  const withSessions = { ...deps, sessions: createSessionStarter(deps) };
  return {
    signUp: createSignUp(withSessions),
    signIn: createSignIn(withSessions),
    refreshSession: createRefreshSession(withSessions),
    signOut: createSignOut(deps),
    updateProfile: createUpdateProfile(deps),
    setUserRoles: createSetUserRoles(deps),
    deleteMyAccount: createDeleteMyAccount(deps),
    exportMyData: createExportMyData(deps),
    findUsers: createFindUsers(deps),
    listSessions: createListSessions(deps),
    showAvatar: createShowAvatar(deps),
    ensureAccount: createEnsureAccount(deps),
    ensureProfiles: createEnsureProfiles(deps),
    readOutbox: createReadOutbox({ ...deps, service: 'users' }),
  };
}

/** What resolvers, seeding and tests may ask of this service. */
export type UsersApplication = ReturnType<typeof createUsersApplication>;
