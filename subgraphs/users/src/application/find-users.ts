import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';
import type { Clock } from '@meridian/platform/time/clock';
import type { Account } from '../domain/account.ts';
import type { Role } from '../domain/roles.ts';
import type { AccountPage, AccountPlace, Session, UserDirectory } from '../ports/user-directory.ts';

export type FindUsersRequest = Readonly<{
  search?: string | undefined;
  role?: Role | undefined;
  first: number;
  after?: AccountPlace | undefined;
}>;

/** Whether a caller may see an account: its owner and operators may. */
export const maySee = (principal: Principal, userId: string): boolean =>
  (principal.kind === 'user' && principal.userId === userId) || hasScope(principal, 'users:read');

/** A page of accounts for operators; undefined for anybody else. */
export const createFindUsers =
  (deps: Readonly<{ directory: UserDirectory }>) =>
  async (request: FindUsersRequest, principal: Principal): Promise<AccountPage | undefined> => {
    if (!hasScope(principal, 'users:read')) return undefined;
    const text = request.search?.trim();
    return deps.directory.search({ ...request, text: text === '' ? undefined : text });
  };

/** An account's live sessions, for its owner alone: an operator has no business with a person's devices. */
export const createListSessions =
  (deps: Readonly<{ directory: UserDirectory; clock: Clock }>) =>
  async (
    account: Pick<Account, 'id'>,
    principal: Principal,
  ): Promise<(Session & { current: boolean })[] | undefined> => {
    if (principal.kind !== 'user' || principal.userId !== account.id) return undefined;
    const sessions = await deps.directory.sessionsOf(account.id, new Date(deps.clock.now()).toISOString());
    return sessions.map((session) => ({ ...session, current: session.id === principal.sessionId }));
  };
