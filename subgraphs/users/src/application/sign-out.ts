import type { Clock } from '@meridian/platform/time/clock';
import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';
import { accept, type Result, refuse } from '../domain/problems.ts';
import type { RefreshTokens } from '../ports/session-tokens.ts';
import type { SessionsToEnd, UserStore, UserTransaction } from '../ports/user-store.ts';
import type { Caller } from './caller.ts';

export type SignOutRequest = Readonly<{
  sessionId?: string | null | undefined;
  everywhere?: boolean | undefined;
  refreshToken?: string | null | undefined;
}>;

type Dependencies = Readonly<{ store: UserStore; refreshTokens: RefreshTokens; clock: Clock }>;

const contradiction: Problem = {
  path: ['input', 'sessionId'],
  message: 'Name one session or ask for all of them, not both.',
};

/** Of a signed-in caller: all sessions, the named one, or the one that asks. Another user's session is never among them. */
function sessionsOf(request: SignOutRequest, caller: Caller): SessionsToEnd | undefined {
  if (caller.principal.kind !== 'user') return undefined;
  const { userId, sessionId } = caller.principal;
  return request.everywhere ? { userId } : { userId, sessionId: request.sessionId ?? sessionId };
}

/**
 * Ends sessions. The refresh token counts for itself, because the access token beside it may have ended long ago. What is over or
 * unknown counts as signed out: an answer must not tell which tokens exist.
 */
export const createSignOut = (deps: Dependencies) => {
  const ofToken = async (transaction: UserTransaction, presented: string): Promise<SessionsToEnd | undefined> => {
    const token = await transaction.findRefreshToken(deps.refreshTokens.hash(presented));
    return token && { userId: token.userId, sessionId: token.sessionId };
  };

  return async (
    request: SignOutRequest,
    caller: Caller,
  ): Promise<Result<Readonly<{ endedSessions: number }>, ValidationFailure>> => {
    if (request.sessionId && request.everywhere)
      return refuse({ code: 'VALIDATION_FAILED', problems: [contradiction] });
    return deps.store.transaction(async (transaction) => {
      const byToken = request.refreshToken ? await ofToken(transaction, request.refreshToken) : undefined;
      const targets = [byToken, sessionsOf(request, caller)].filter((target) => target !== undefined);
      let endedSessions = 0;
      for (const target of targets)
        endedSessions += await transaction.endSessions(target, 'SIGNED_OUT', deps.clock.now());
      return accept({ endedSessions });
    });
  };
};
