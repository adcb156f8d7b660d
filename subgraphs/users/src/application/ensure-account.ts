import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { type Account, normaliseEmail } from '../domain/account.ts';
import { credentialProblems, profileProblems } from '../domain/account-rules.ts';
import { inOrder, type Role } from '../domain/roles.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { UserDirectory } from '../ports/user-directory.ts';
import type { UserStore } from '../ports/user-store.ts';
import { newAccount } from './new-account.ts';

/** An account that shall exist. What is left out is as a sign-up has it. */
export type EnsureAccountRequest = Readonly<{
  email: string;
  password: string;
  displayName: string;
  roles: readonly Role[];
  countryCode?: string;
  currency?: string;
  locale?: string;
}>;

type Dependencies = Readonly<{
  store: UserStore;
  directory: UserDirectory;
  hasher: PasswordHasher;
  ids: Ids;
  clock: Clock;
}>;

const profileOf = (request: EnsureAccountRequest) => ({
  displayName: request.displayName,
  homeAirport: null,
  countryCode: request.countryCode ?? null,
  currency: request.currency ?? 'USD',
  locale: request.locale ?? 'en',
});

/**
 * Sees to it that an account exists, for the demo's accounts and for a first operator. One that exists is left as it is: whoever
 * changed its password or roles meant it. Throws on input that a sign-up would refuse: the caller is a program.
 */
export const createEnsureAccount =
  (deps: Dependencies) =>
  async (request: EnsureAccountRequest): Promise<Readonly<{ account: Account; created: boolean }>> => {
    const problems = [...credentialProblems(request), ...profileProblems(profileOf(request))];
    if (problems.length > 0) throw new RangeError(problems.map(({ message }) => message).join(' '));
    const email = normaliseEmail(request.email);
    const known = await deps.directory.credentials(email);
    if (known) return { account: known.account, created: false };
    const passwordHash = await deps.hasher.hash(request.password);
    const { account, created } = await deps.store.transaction(async (transaction) => {
      const existing = await transaction.findByEmail(email);
      if (existing) return { ok: true, account: existing, created: false };
      const fresh = newAccount(deps, { email, roles: inOrder(request.roles), profile: profileOf(request) });
      await transaction.insert(fresh, passwordHash);
      await transaction.announce([{ type: 'user.created', account: fresh }]);
      return { ok: true, account: fresh, created: true };
    });
    return { account, created };
  };
