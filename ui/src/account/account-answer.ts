import type { Failure } from '../failures/failure.ts';
import type { IssuedToken } from '../session/session.ts';

/** What `signIn` and `signUp` answer: a session, or a failure with its sentence. */
type SessionResult =
  | Readonly<{ __typename: 'AuthenticatedSession'; accessToken: string; accessTokenExpiresAt: string }>
  | (Failure & Readonly<{ __typename: string }>)
  | null
  | undefined;

/** The session, or why there is none. @throws when the graph has not answered */
export function answerOf(result: SessionResult): Readonly<{ issued: IssuedToken } | { failure: Failure }> {
  if (!result) throw new Error('The mutation was not answered.');
  return 'accessToken' in result ? { issued: result } : { failure: result };
}
