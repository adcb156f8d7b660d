import type { Account } from '../domain/account.ts';
import { displayNameMaxLength } from '../domain/account-rules.ts';
import { inOrder, type Role } from '../domain/roles.ts';
import type { UserStore } from '../ports/user-store.ts';
import { deriveId } from './derive-id.ts';

/** Someone who came with a data set: a host, the author of a review. */
export type ProfileSeed = Readonly<{
  /** Identity within all data sets, for example `airbnb/host/1234`. The same key is the same person for ever. */
  key: string;
  displayName: string;
  /** `OWNER` for hosts; authors are travelers. */
  roles?: readonly Role[];
  countryCode?: string;
  currency?: string;
  /** When the person joined, an instant in ISO 8601, UTC. */
  memberSince: string;
}>;

/** The ids of a person who came with a data set. */
export type EnsuredProfile = Readonly<{ key: string; userId: string; publicProfileId: string }>;

/** The ids that a key has, whether the profile exists yet or not. */
const profileIdsOf = (key: string): EnsuredProfile => ({
  key,
  userId: deriveId('usr', key),
  publicProfileId: deriveId('prf', key),
});

/** A source's name may be empty or endless; a profile shows something readable in any case. */
const nameOf = (text: string): string =>
  [...text.replace(/\s+/g, ' ').trim()].slice(0, displayNameMaxLength).join('') || 'Member';

const accountOf = (seed: ProfileSeed): Account => {
  const ids = profileIdsOf(seed.key);
  return {
    id: ids.userId,
    publicProfileId: ids.publicProfileId,
    email: null,
    roles: inOrder(seed.roles ?? ['TRAVELER']),
    displayName: nameOf(seed.displayName),
    homeAirport: null,
    countryCode: seed.countryCode ?? null,
    currency: seed.currency ?? 'USD',
    locale: 'en',
    createdAt: new Date(seed.memberSince).toISOString(),
    version: 1,
  };
};

/**
 * Sees to it that profiles without credentials exist, a batch in one transaction (≤ 1,000). Nothing is hashed for them, nobody can
 * sign in to them, and running again changes nothing. Answers the ids in the order of the batch.
 */
export const createEnsureProfiles =
  (deps: Readonly<{ store: UserStore }>) =>
  async (batch: readonly ProfileSeed[]): Promise<readonly EnsuredProfile[]> => {
    const accounts = [...new Map(batch.map((seed) => [seed.key, accountOf(seed)])).values()];
    await deps.store.transaction(async (transaction) => {
      const added = await transaction.insertMissing(accounts);
      await transaction.announce(added.map((account) => ({ type: 'user.created', account })));
      return { ok: true };
    });
    return batch.map((seed) => profileIdsOf(seed.key));
  };
