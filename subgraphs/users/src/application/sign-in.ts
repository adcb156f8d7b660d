import type { ValidationFailure } from '@meridian/platform/values/problems';
import { normaliseEmail } from '../domain/account.ts';
import { attemptProblems } from '../domain/account-rules.ts';
import { type AttemptLimits, signInRules } from '../domain/attempts.ts';
import { accept, failureOf, type Result, refuse } from '../domain/problems.ts';
import type { AttemptLimiter } from '../ports/attempt-limiter.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { UserDirectory } from '../ports/user-directory.ts';
import type { UserStore } from '../ports/user-store.ts';
import type { Caller } from './caller.ts';
import type { AuthenticatedSession, SessionStarter } from './session-starter.ts';
import { type TooManyAttemptsFailure, tooManyAttempts } from './too-many-attempts.ts';

export type SignInRequest = Readonly<{ email: string; password: string }>;
export type SignInFailure = ValidationFailure | TooManyAttemptsFailure | Readonly<{ code: 'INVALID_CREDENTIALS' }>;

type Dependencies = Readonly<{
  store: UserStore;
  directory: Pick<UserDirectory, 'credentials'>;
  hasher: PasswordHasher;
  limiter: AttemptLimiter;
  limits: AttemptLimits;
  sessions: SessionStarter;
}>;

/**
 * Signs in. An attempt is taken before the password is checked, so that attempts that run at the same time count too. An unknown
 * address, a wrong password and an account without a password cost the same work and get the same answer.
 */
export const createSignIn =
  (deps: Dependencies) =>
  async (request: SignInRequest, caller: Caller): Promise<Result<AuthenticatedSession, SignInFailure>> => {
    const invalid = failureOf(attemptProblems(request));
    if (invalid) return refuse(invalid);
    const email = normaliseEmail(request.email);
    const rules = signInRules(deps.limits, { email, clientAddress: caller.clientAddress });
    const attempt = await deps.limiter.take(rules);
    if (!attempt.ok) return refuse(tooManyAttempts(attempt.retryAfterInMs));
    const credentials = await deps.directory.credentials(email);
    const matches = await deps.hasher.verify(credentials?.passwordHash, request.password);
    if (!matches || !credentials) return refuse({ code: 'INVALID_CREDENTIALS' });
    await deps.limiter.giveBack(rules);
    const opened = await deps.store.transaction(async (transaction) => {
      // Read again: roles may have changed since, and the account may be gone.
      const account = await transaction.find(credentials.account.id);
      if (!account) return refuse({ code: 'INVALID_CREDENTIALS' } as const);
      return accept(await deps.sessions.open(transaction, account));
    });
    return opened.ok ? accept(await deps.sessions.complete(opened.value)) : opened;
  };
