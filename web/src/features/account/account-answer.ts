import type { Failure } from '@meridian/ui/forms/field-problems';
import type { IssuedToken } from '@meridian/ui/session/session';
import type { SignInMutation, SignUpMutation } from '../../generated/features/account/account.ts';

type SessionResult = SignInMutation['signIn'] | SignUpMutation['signUp'] | undefined;

/** The session, or why there is none. @throws when the graph has not answered */
export function answerOf(result: SessionResult): Readonly<{ issued: IssuedToken } | { failure: Failure }> {
  if (!result) throw new Error('The mutation was not answered.');
  return result.__typename === 'AuthenticatedSession' ? { issued: result } : { failure: result };
}
