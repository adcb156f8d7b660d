import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { Account } from '../domain/account.ts';
import { refreshTokenLifetimeInMs, sessionLifetimeInMs } from '../domain/refresh.ts';
import type { AccessTokens, RefreshTokens } from '../ports/session-tokens.ts';
import type { UserTransaction } from '../ports/user-store.ts';

/** What a client gets when a session begins or goes on. Instants are epoch milliseconds. */
export type AuthenticatedSession = Readonly<{
  accessToken: string;
  accessTokenExpiresAt: number;
  refreshToken: string;
  refreshTokenExpiresAt: number;
  account: Account;
}>;

/** What a use case answers that begins a session or goes on with one. */
export type SessionAnswer = Readonly<{ ok: true; session: AuthenticatedSession }>;

/** A session that is stored but has no access token yet. */
export type OpenedSession = Readonly<{
  account: Account;
  sessionId: string;
  refreshToken: string;
  refreshTokenExpiresAt: number;
}>;

type Dependencies = Readonly<{ accessTokens: AccessTokens; refreshTokens: RefreshTokens; ids: Ids; clock: Clock }>;

/** Begins sessions. The access token is issued after the commit, so that no token exists for a session that does not. */
export interface SessionStarter {
  /** Stores a session with its first refresh token, good for 30 days. */
  open(transaction: UserTransaction, account: Account): Promise<OpenedSession>;
  /** Issues the access token of a stored session. */
  complete(opened: OpenedSession): Promise<AuthenticatedSession>;
}

/** Sessions with tokens of the two ports. */
export const createSessionStarter = (deps: Dependencies): SessionStarter => ({
  async open(transaction, account) {
    const startedAt = deps.clock.now();
    const refreshToken = deps.refreshTokens.first();
    const refreshTokenExpiresAt = startedAt + refreshTokenLifetimeInMs;
    const sessionId = deps.ids.next('ses');
    await transaction.openSession({
      id: sessionId,
      userId: account.id,
      startedAt,
      expiresAt: startedAt + sessionLifetimeInMs,
      refreshToken: { hash: deps.refreshTokens.hash(refreshToken), expiresAt: refreshTokenExpiresAt },
    });
    return { account, sessionId, refreshToken, refreshTokenExpiresAt };
  },
  async complete({ account, sessionId, refreshToken, refreshTokenExpiresAt }) {
    const access = await deps.accessTokens.issue({ userId: account.id, sessionId, roles: account.roles });
    return {
      accessToken: access.token,
      accessTokenExpiresAt: access.expiresAt,
      refreshToken,
      refreshTokenExpiresAt,
      account,
    };
  },
});
