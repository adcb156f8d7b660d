/** A refresh token of a session, as it is stored. Instants are epoch milliseconds. */
export type RefreshToken = Readonly<{
  hash: string;
  sessionId: string;
  userId: string;
  expiresAt: number;
  /** When it was traded for its successor; null while it is the newest. */
  rotatedAt: number | null;
  sessionExpiresAt: number;
  sessionEndedAt: number | null;
}>;

/** A refresh token is good for 30 days; the session behind it for 180, however often it is refreshed. */
export const refreshTokenLifetimeInMs = 30 * 86_400_000;
/** See {@link refreshTokenLifetimeInMs}. */
export const sessionLifetimeInMs = 180 * 86_400_000;

/**
 * For how long a token that was rotated still gets the same successor: two tabs that refresh at once, or a client whose answer
 * was lost, are no thieves.
 */
export const rotationGraceInMs = 10_000;

/** Rotated tokens are remembered this long, to recognise their reuse. Later they are as unknown as a token that never was. */
export const reuseMemoryInMs = 7 * 86_400_000;

/**
 * - `ROTATE`: the newest token; trade it.
 * - `REPEAT`: rotated a moment ago; answer with the same successor.
 * - `REVOKE`: rotated longer ago, so two parties hold it and one is a thief; end the whole session.
 * - `ENDED`: over, for whatever reason.
 */
export type RefreshDecision = 'ROTATE' | 'REPEAT' | 'REVOKE' | 'ENDED';

/** Decides what a presented token is worth at an instant in epoch milliseconds. Every end is exclusive. */
export function decideRefresh(token: RefreshToken, at: number): RefreshDecision {
  if (token.sessionEndedAt !== null || at >= token.sessionExpiresAt || at >= token.expiresAt) return 'ENDED';
  if (token.rotatedAt === null) return 'ROTATE';
  return at < token.rotatedAt + rotationGraceInMs ? 'REPEAT' : 'REVOKE';
}
