import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import type { Account } from '../domain/account.ts';
import { passwordProblems } from '../domain/account-rules.ts';
import { type AttemptLimits, signInRules } from '../domain/attempts.ts';
import { type FailureOf, invalid, type Refusal, refuse } from '../domain/failures.ts';
import type { AttemptLimiter } from '../ports/attempt-limiter.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { UserDirectory } from '../ports/user-directory.ts';
import type { UserStore, UserTransaction } from '../ports/user-store.ts';
import { userOf } from './caller.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

/** Who wants to go, with the password once more. */
export type DeleteMyAccountRequest = Readonly<{
  principal: Principal;
  password: string;
  /** The client's network address, where the edge tells it. */
  clientAddress?: string | undefined;
  traceparent?: string | undefined;
}>;

type Failure = FailureOf<
  'VALIDATION_FAILED' | 'NOT_PERMITTED' | 'INVALID_CREDENTIALS' | 'TOO_MANY_ATTEMPTS' | 'OPEN_BOOKINGS' | 'ACCOUNT_GONE'
>;

type Dependencies = Readonly<{
  store: UserStore;
  directory: Pick<UserDirectory, 'accounts' | 'credentials'>;
  hasher: PasswordHasher;
  limiter: AttemptLimiter;
  limits: AttemptLimits;
  clock: Clock;
}>;

/** How many open bookings are named to whoever cannot go yet. */
const mostNamed = 20;

/**
 * Checks the password of an account as a sign-in does, out of the same budget: whoever holds an access token must not guess faster than
 * a stranger.
 */
async function checkPassword(
  deps: Dependencies,
  email: string,
  { password, clientAddress }: DeleteMyAccountRequest,
): Promise<Refusal<FailureOf<'INVALID_CREDENTIALS' | 'TOO_MANY_ATTEMPTS'>> | undefined> {
  const rules = signInRules(deps.limits, { email, clientAddress });
  const attempt = await deps.limiter.take(rules);
  if (!attempt.ok) return tooManyAttempts(attempt.retryAfterInMs);
  const credentials = await deps.directory.credentials(email);
  if (!(await deps.hasher.verify(credentials?.passwordHash, password))) return refuse({ code: 'INVALID_CREDENTIALS' });
  await deps.limiter.giveBack(rules);
  return undefined;
}

/** What an account publishes or operates would be left to nobody. */
const isOnlyTraveler = ({ roles }: Account): boolean => roles.every((role) => role === 'TRAVELER');

type Deletion = Readonly<{ userId: string; atInMs: number; traceparent: string | undefined }>;

async function remove(tx: UserTransaction, { userId, atInMs, traceparent }: Deletion) {
  const account = await tx.find(userId);
  if (!account) return refuse({ code: 'ACCOUNT_GONE' });
  if (!isOnlyTraveler(account)) return refuse({ code: 'NOT_PERMITTED', reason: 'OTHERS_DEPEND' });
  const bookingIds = await tx.openBookings(userId, mostNamed);
  if (bookingIds.length > 0) return refuse({ code: 'OPEN_BOOKINGS', bookingIds });
  await tx.remove(account);
  const last: Account = { ...account, version: account.version + 1 };
  await tx.announce([{ type: 'user.deleted', account: last, traceparent }]);
  return { ok: true as const, deletedAtInMs: atInMs };
}

/**
 * Deletes the caller's own account with its sessions, and tells every service to forget the person. Refused while a booking is not over:
 * without the name, nobody could travel on it. Asked again, it answers that the account is gone.
 */
export const createDeleteMyAccount =
  (deps: Dependencies) =>
  async (
    request: DeleteMyAccountRequest,
  ): Promise<Readonly<{ ok: true; deletedAtInMs: number }> | Refusal<Failure>> => {
    const userId = userOf(request.principal);
    if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
    const problems = passwordProblems(request.password);
    if (problems.length > 0) return invalid(problems);
    const [account] = await deps.directory.accounts([userId]);
    // Whoever asks again, because the first answer was lost, has a good token of an account that is no more.
    if (!account) return refuse({ code: 'ACCOUNT_GONE' });
    if (account.email === null) return refuse({ code: 'NOT_PERMITTED' });
    const refused = await checkPassword(deps, account.email, request);
    // No password is right for an account that has gone while it was checked.
    if (refused)
      return (await deps.directory.accounts([userId])).length > 0 ? refused : refuse({ code: 'ACCOUNT_GONE' });
    const deletion = { userId, atInMs: deps.clock.now(), traceparent: request.traceparent };
    return deps.store.transaction((tx) => remove(tx, deletion));
  };
