import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { normaliseEmail } from '../domain/account.ts';
import { credentialProblems, profileProblems } from '../domain/account-rules.ts';
import { type AttemptLimits, signUpRules } from '../domain/attempts.ts';
import { type FailureOf, invalid, type Refusal, refuse } from '../domain/failures.ts';
import { type AccountType, rolesOf } from '../domain/roles.ts';
import type { AttemptLimiter } from '../ports/attempt-limiter.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { UserStore } from '../ports/user-store.ts';
import { newAccount } from './new-account.ts';
import type { SessionAnswer, SessionStarter } from './session-starter.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

/** A new account, and from where it is asked for. */
export type SignUpRequest = Readonly<{
  email: string;
  password: string;
  displayName: string;
  accountType: AccountType;
  countryCode?: string | null | undefined;
  currency: string;
  locale: string;
  /** The client's network address, where the edge tells it. */
  clientAddress?: string | undefined;
  traceparent?: string | undefined;
}>;

type Failure = FailureOf<'VALIDATION_FAILED' | 'TOO_MANY_ATTEMPTS' | 'EMAIL_TAKEN'>;

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

/**
 * Opens an account and signs it in, in one transaction: nobody is left with an account but no session. That an address has an
 * account is told, after the same slow hash as for a new one, and so seldom that it cannot be used to try out many.
 */
export const createSignUp =
  (deps: Dependencies) =>
  async (request: SignUpRequest): Promise<SessionAnswer | Refusal<Failure>> => {
    const problems = [...credentialProblems(request), ...profileProblems(profileOf(request))];
    if (problems.length > 0) return invalid(problems);
    const { spent, returned } = signUpRules(deps.limits, request.clientAddress);
    const attempt = await deps.limiter.take([...spent, ...returned]);
    if (!attempt.ok) return tooManyAttempts(attempt.retryAfterInMs);
    // Before the transaction: the slow hash must not keep the database's write lock.
    const passwordHash = await deps.hasher.hash(request.password);
    const roles = rolesOf(request.accountType);
    const opened = await deps.store.transaction(async (transaction) => {
      if (await transaction.findByEmail(normaliseEmail(request.email))) return refuse({ code: 'EMAIL_TAKEN' });
      const account = newAccount(deps, { email: request.email, roles, profile: profileOf(request) });
      await transaction.insert(account, passwordHash);
      await transaction.announce([{ type: 'user.created', account, traceparent: request.traceparent }]);
      return { ok: true as const, session: await deps.sessions.open(transaction, account) };
    });
    if (!opened.ok) return opened;
    await deps.limiter.giveBack(returned);
    return { ok: true, session: await deps.sessions.complete(opened.session) };
  };
