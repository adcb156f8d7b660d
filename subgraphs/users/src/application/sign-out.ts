import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import type { Problem } from '@meridian/platform/values/problems';
import { type FailureOf, invalid, type Refusal } from '../domain/failures.ts';
import type { RefreshTokens } from '../ports/session-tokens.ts';
import type { SessionsToEnd, UserStore, UserTransaction } from '../ports/user-store.ts';

/** Which sessions to end. Without a wish, the one that asks. */
export type SignOutRequest = Readonly<{
  principal: Principal;
  sessionId?: string | null | undefined;
  everywhere?: boolean | undefined;
  refreshToken?: string | null | undefined;
}>;

type Dependencies = Readonly<{ store: UserStore; refreshTokens: RefreshTokens; clock: Clock }>;

type SignedOut = Readonly<{ ok: true; endedSessions: number }>;

const contradiction: Problem = {
  path: ['input', 'sessionId'],
  message: 'Name one session or ask for all of them, not both.',
};

/** Of a signed-in caller: all sessions, the named one, or the one that asks. Another user's session is never among them. */
function sessionsOf({ principal, sessionId, everywhere }: SignOutRequest): SessionsToEnd | undefined {
  if (principal.kind !== 'user') return undefined;
  const { userId } = principal;
  return everywhere ? { userId } : { userId, sessionId: sessionId ?? principal.sessionId };
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

  return async (request: SignOutRequest): Promise<SignedOut | Refusal<FailureOf<'VALIDATION_FAILED'>>> => {
    if (request.sessionId && request.everywhere) return invalid([contradiction]);
    return deps.store.transaction(async (transaction) => {
      const byToken = request.refreshToken ? await ofToken(transaction, request.refreshToken) : undefined;
      const targets = [byToken, sessionsOf(request)].filter((target) => target !== undefined);
      let endedSessions = 0;
      for (const target of targets)
        endedSessions += await transaction.endSessions(target, 'SIGNED_OUT', deps.clock.now());
      return { ok: true, endedSessions };
    });
  };
};
