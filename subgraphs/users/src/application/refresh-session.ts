import type { Clock } from '@meridian/platform/time/clock';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import { decideRefresh, type RefreshToken, refreshTokenLifetimeInMs } from '../domain/refresh.ts';
import type { RefreshTokens } from '../ports/session-tokens.ts';
import type { UserStore, UserTransaction } from '../ports/user-store.ts';
import type { OpenedSession, SessionAnswer, SessionStarter } from './session-starter.ts';

/** The token that the last answer gave. */
export type RefreshSessionRequest = Readonly<{ refreshToken: string }>;

type Dependencies = Readonly<{
  store: UserStore;
  refreshTokens: RefreshTokens;
  sessions: SessionStarter;
  clock: Clock;
}>;

/** A revocation must be committed, and a failure would roll back: so the work always succeeds, with or without a session. */
type Outcome = Readonly<{ ok: true; session: OpenedSession | undefined }>;
const ended: Outcome = { ok: true, session: undefined };

/** Trades a refresh token: the rules stand in `domain/refresh.ts`. */
export const createRefreshSession = (deps: Dependencies) => {
  const goOn = async (transaction: UserTransaction, token: RefreshToken, refreshToken: string): Promise<Outcome> => {
    const account = await transaction.find(token.userId);
    if (!account) return ended;
    const expiresAt = deps.clock.now() + refreshTokenLifetimeInMs;
    const refreshTokenExpiresAt = Math.min(expiresAt, token.sessionExpiresAt);
    return { ok: true, session: { account, sessionId: token.sessionId, refreshToken, refreshTokenExpiresAt } };
  };

  const rotate = async (transaction: UserTransaction, token: RefreshToken, successor: string): Promise<Outcome> => {
    const answer = await goOn(transaction, token, successor);
    if (!answer.session) return answer;
    const to = { hash: deps.refreshTokens.hash(successor), expiresAt: answer.session.refreshTokenExpiresAt };
    await transaction.rotate({ from: token, to, at: deps.clock.now() });
    return answer;
  };

  const present = async (transaction: UserTransaction, presented: string): Promise<Outcome> => {
    const token = await transaction.findRefreshToken(deps.refreshTokens.hash(presented));
    if (!token) return ended;
    const at = deps.clock.now();
    const successor = deps.refreshTokens.successorOf(presented);
    switch (decideRefresh(token, at)) {
      case 'ROTATE':
        return rotate(transaction, token, successor);
      case 'REPEAT':
        return goOn(transaction, token, successor);
      case 'REVOKE':
        await transaction.endSessions({ userId: token.userId, sessionId: token.sessionId }, 'REUSED', at);
        return ended;
      case 'ENDED':
        return ended;
    }
  };

  return async (request: RefreshSessionRequest): Promise<SessionAnswer | Refusal<FailureOf<'SESSION_ENDED'>>> => {
    const { session } = await deps.store.transaction((transaction) => present(transaction, request.refreshToken));
    return session ? { ok: true, session: await deps.sessions.complete(session) } : refuse({ code: 'SESSION_ENDED' });
  };
};
