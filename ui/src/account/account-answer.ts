import type { Failure } from '../failures/failure.ts';
import type { BegunSession } from './begin-session.ts';

/** What `signIn` and `signUp` answer: a session, or a failure with its sentence. */
type SessionResult =
  | (BegunSession & Readonly<{ __typename: 'AuthenticatedSession' }>)
  | (Failure & Readonly<{ __typename: string }>)
  | null
  | undefined;

/** The session, or why there is none. @throws when the graph has not answered */
export function answerOf(result: SessionResult): Readonly<{ begun: BegunSession } | { failure: Failure }> {
  if (!result) throw new Error('The mutation was not answered.');
  return 'accessToken' in result ? { begun: result } : { failure: result };
}
