import { normaliseEmail } from '../domain/account.ts';
import { attemptProblems } from '../domain/account-rules.ts';
import { type AttemptLimits, signInRules } from '../domain/attempts.ts';
import { type FailureOf, invalid, type Refusal, refuse } from '../domain/failures.ts';
import type { AttemptLimiter } from '../ports/attempt-limiter.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { UserDirectory } from '../ports/user-directory.ts';
import type { UserStore } from '../ports/user-store.ts';
import type { SessionAnswer, SessionStarter } from './session-starter.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

/** Who wants to sign in. */
export type SignInRequest = Readonly<{
  email: string;
  password: string;
  /** The client's network address, where the edge tells it. */
  clientAddress?: string | undefined;
}>;

type Failure = FailureOf<'VALIDATION_FAILED' | 'TOO_MANY_ATTEMPTS' | 'INVALID_CREDENTIALS'>;

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
  async (request: SignInRequest): Promise<SessionAnswer | Refusal<Failure>> => {
    const problems = attemptProblems(request);
    if (problems.length > 0) return invalid(problems);
    const email = normaliseEmail(request.email);
    const rules = signInRules(deps.limits, { email, clientAddress: request.clientAddress });
    const attempt = await deps.limiter.take(rules);
    if (!attempt.ok) return tooManyAttempts(attempt.retryAfterInMs);
    const credentials = await deps.directory.credentials(email);
    const matches = await deps.hasher.verify(credentials?.passwordHash, request.password);
    if (!matches || !credentials) return refuse({ code: 'INVALID_CREDENTIALS' });
    await deps.limiter.giveBack(rules);
    const opened = await deps.store.transaction(async (transaction) => {
      // Read again: roles may have changed since, and the account may be gone.
      const account = await transaction.find(credentials.account.id);
      if (!account) return refuse({ code: 'INVALID_CREDENTIALS' });
      return { ok: true as const, session: await deps.sessions.open(transaction, account) };
    });
    return opened.ok ? { ok: true, session: await deps.sessions.complete(opened.session) } : opened;
  };
