import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { ValidationFailure } from '@meridian/platform/values/problems';
import { normaliseEmail } from '../domain/account.ts';
import { credentialProblems, profileProblems } from '../domain/account-rules.ts';
import { type AttemptLimits, signUpRules } from '../domain/attempts.ts';
import { accept, failureOf, type Result, refuse } from '../domain/problems.ts';
import { type AccountType, rolesOf } from '../domain/roles.ts';
import type { AttemptLimiter } from '../ports/attempt-limiter.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { UserStore } from '../ports/user-store.ts';
import type { Caller } from './caller.ts';
import { newAccount } from './new-account.ts';
import type { AuthenticatedSession, SessionStarter } from './session-starter.ts';
import { type TooManyAttemptsFailure, tooManyAttempts } from './too-many-attempts.ts';

export type SignUpRequest = Readonly<{
  email: string;
  password: string;
  displayName: string;
  accountType: AccountType;
  countryCode?: string | null | undefined;
  currency: string;
  locale: string;
}>;
export type SignUpFailure = ValidationFailure | TooManyAttemptsFailure | Readonly<{ code: 'EMAIL_TAKEN' }>;

type Dependencies = Readonly<{
  store: UserStore;
  hasher: PasswordHasher;
  limiter: AttemptLimiter;
  limits: AttemptLimits;
  sessions: SessionStarter;
  ids: Ids;
  clock: Clock;
}>;

const profileOf = (request: SignUpRequest) => ({
  displayName: request.displayName,
  homeAirport: null,
  countryCode: request.countryCode ?? null,
  currency: request.currency,
  locale: request.locale,
});

/** Opens an account and signs it in, in one transaction: nobody is left with an account but no session. */
export const createSignUp =
  (deps: Dependencies) =>
  async (request: SignUpRequest, caller: Caller): Promise<Result<AuthenticatedSession, SignUpFailure>> => {
    const invalid = failureOf([...credentialProblems(request), ...profileProblems(profileOf(request))]);
    if (invalid) return refuse(invalid);
    const attempt = await deps.limiter.take(signUpRules(deps.limits, caller.clientAddress));
    if (!attempt.ok) return refuse(tooManyAttempts(attempt.retryAfterInMs));
    // Before the transaction: the slow hash must not keep the database's write lock.
    const passwordHash = await deps.hasher.hash(request.password);
    const roles = rolesOf(request.accountType);
    const opened = await deps.store.transaction(async (transaction) => {
      if (await transaction.findByEmail(normaliseEmail(request.email))) return refuse({ code: 'EMAIL_TAKEN' } as const);
      const account = newAccount(deps, { email: request.email, roles, profile: profileOf(request) });
      await transaction.insert(account, passwordHash);
      await transaction.announce([{ type: 'user.created', account, traceparent: caller.traceparent }]);
      return accept(await deps.sessions.open(transaction, account));
    });
    return opened.ok ? accept(await deps.sessions.complete(opened.value)) : opened;
  };
