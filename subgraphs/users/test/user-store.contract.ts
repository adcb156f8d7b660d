import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { Account } from '../src/domain/account.ts';
import { refuse } from '../src/domain/failures.ts';
import type { UserDirectory } from '../src/ports/user-directory.ts';
import type { NewSession, UserStore } from '../src/ports/user-store.ts';

/** Both ports over one store, and what is on its way to others. */
export type UserStoreFixture = {
  readonly store: UserStore;
  readonly directory: UserDirectory;
  /** Types and subjects of the events on their way out, in order. */
  announced(): Promise<string[]>;
};

const at = Date.parse('2027-01-01T00:00:00.000Z');
const account = (number: number, changes: Partial<Account> = {}): Account => ({
  id: `usr_${number}`,
  publicProfileId: `prf_${number}`,
  email: `person${number}@example.com`,
  roles: ['TRAVELER'],
  displayName: `Person ${number}`,
  homeAirport: null,
  countryCode: 'PT',
  currency: 'EUR',
  locale: 'en',
  createdAt: new Date(at + number).toISOString(),
  version: 1,
  ...changes,
});
const session = (number: number, userId = 'usr_1'): NewSession => ({
  id: `ses_${number}`,
  userId,
  startedAt: at,
  expiresAt: at + 1_000_000,
  refreshToken: { hash: `hash_${number}`, expiresAt: at + 500_000 },
});
const now = new Date(at).toISOString();

/** An answer that commits. */
const done = <Value>(value: Value) => ({ ok: true, value }) as const;

const add = (opened: UserStoreFixture, ...accounts: Account[]) =>
  opened.store.transaction(async (transaction) => {
    for (const each of accounts) await transaction.insert(each, `hash of ${each.id}`);
    return done(undefined);
  });

/** What every adapter of {@link UserStore} and {@link UserDirectory} promises, together. */
export const userStoreCases: readonly ContractCase<UserStoreFixture>[] = [
  {
    name: 'a returned failure undoes what the work has written',
    run: async (opened) => {
      await opened.store.transaction(async (transaction) => {
        await transaction.insert(account(1), 'hash');
        await transaction.openSession(session(1));
        await transaction.announce([{ type: 'user.created', account: account(1) }]);
        return refuse({ code: 'SESSION_ENDED' });
      });
      expect(await opened.directory.accounts(['usr_1'])).toEqual([]);
      expect(await opened.directory.sessionsOf('usr_1', now)).toEqual([]);
      expect(await opened.announced()).toEqual([]);
    },
  },
  {
    name: 'an account reads as it was written, with its credentials apart',
    run: async (opened) => {
      const whole = account(1, { homeAirport: 'LIS', roles: ['TRAVELER', 'ADMIN'] });
      await add(opened, whole);
      expect(await opened.directory.accounts(['usr_1', 'usr_9'])).toEqual([whole]);
      expect(await opened.directory.credentials('person1@example.com')).toEqual({
        account: whole,
        passwordHash: 'hash of usr_1',
      });
      expect(await opened.directory.credentials('nobody@example.com')).toBeUndefined();
      expect(await opened.directory.publicProfiles(['prf_1'])).toEqual([
        { id: 'prf_1', displayName: 'Person 1', avatarUrl: '/images/avatars/prf_1.svg', memberSince: whole.createdAt },
      ]);
    },
  },
  {
    name: 'two accounts cannot have one address',
    run: async (opened) => {
      await add(opened, account(1));
      await expect(add(opened, account(2, { email: 'person1@example.com' }))).rejects.toThrow();
      expect(await opened.directory.accounts(['usr_2'])).toEqual([]);
    },
  },
  {
    name: 'an account moves only from the version that was decided on',
    run: async (opened) => {
      await add(opened, account(1));
      const change = (displayName: string) =>
        opened.store.transaction(async (transaction) => {
          await transaction.update(account(1), account(1, { displayName, version: 2 }));
          return done(undefined);
        });
      await change('First');
      await expect(change('Second')).rejects.toThrow('version');
      expect((await opened.directory.accounts(['usr_1']))[0]?.displayName).toBe('First');
    },
  },
  {
    name: 'missing profiles are added once and cannot sign in',
    run: async (opened) => {
      const batch = [account(1, { email: null }), account(2, { email: null })];
      const insert = (accounts: readonly Account[]) =>
        opened.store.transaction(async (transaction) => done(await transaction.insertMissing(accounts)));
      expect((await insert(batch.slice(0, 1))).value).toHaveLength(1);
      expect((await insert(batch)).value.map(({ id }) => id)).toEqual(['usr_2']);
      expect((await insert(batch)).value).toEqual([]);
      expect(await opened.directory.publicProfiles(['prf_1', 'prf_2'])).toHaveLength(2);
    },
  },
  {
    name: 'announcements leave in the order in which they were made',
    run: async (opened) => {
      await opened.store.transaction(async (transaction) => {
        await transaction.announce([
          { type: 'user.created', account: account(1) },
          { type: 'user.updated', account: account(1, { version: 2 }) },
        ]);
        return done(undefined);
      });
      expect(await opened.announced()).toEqual(['user.created usr_1', 'user.updated usr_1']);
    },
  },
  {
    name: 'a refresh token is traded once',
    run: async (opened) => {
      const rotate = () =>
        opened.store.transaction(async (transaction) => {
          const from = await transaction.findRefreshToken('hash_1');
          if (!from) throw new Error('The token is missing.');
          // As one who has read before another one wrote.
          await transaction.rotate({
            from: { ...from, rotatedAt: null },
            to: { hash: 'hash_2', expiresAt: at + 9 },
            at,
          });
          return done(from);
        });
      await opened.store.transaction(async (transaction) => done(await transaction.openSession(session(1))));
      expect((await rotate()).value).toMatchObject({ sessionId: 'ses_1', userId: 'usr_1', rotatedAt: null });
      await expect(rotate()).rejects.toThrow('traded');
    },
  },
  {
    name: 'ending sessions ends the named ones of that account, once',
    run: async (opened) => {
      await opened.store.transaction(async (transaction) => {
        for (const each of [session(1), session(2), session(3), session(4, 'usr_2')])
          await transaction.openSession(each);
        return done(undefined);
      });
      const end = async (which: { userId: string; sessionId?: string }) =>
        (await opened.store.transaction(async (tx) => done(await tx.endSessions(which, 'SIGNED_OUT', at + 1)))).value;
      expect(await end({ userId: 'usr_1', sessionId: 'ses_4' })).toBe(0);
      expect(await end({ userId: 'usr_1', sessionId: 'ses_1' })).toBe(1);
      expect(await end({ userId: 'usr_1' })).toBe(2);
      expect(await end({ userId: 'usr_1' })).toBe(0);
      expect(await opened.directory.sessionsOf('usr_1', now)).toEqual([]);
      expect(await opened.directory.sessionsOf('usr_2', now)).toHaveLength(1);
    },
  },
  {
    name: 'an account that is removed leaves no session and no token, and nothing of others goes with it',
    run: async (opened) => {
      await add(opened, account(1), account(2));
      await opened.store.transaction(async (transaction) => {
        for (const each of [session(1), session(2, 'usr_2')]) await transaction.openSession(each);
        return done(undefined);
      });
      await opened.store.transaction(async (transaction) => done(await transaction.remove(account(1))));
      expect((await opened.directory.accounts(['usr_1', 'usr_2'])).map(({ id }) => id)).toEqual(['usr_2']);
      const token = async (hash: string) =>
        (await opened.store.transaction(async (transaction) => done(await transaction.findRefreshToken(hash)))).value;
      expect([await token('hash_1'), (await token('hash_2'))?.userId]).toEqual([undefined, 'usr_2']);
      expect(await opened.directory.sessionsOf('usr_1', now)).toEqual([]);
      expect(await opened.directory.sessionsOf('usr_2', now)).toHaveLength(1);
    },
  },
  {
    name: 'an account is removed only at the version that was decided on',
    run: async (opened) => {
      await add(opened, account(1, { version: 2 }));
      const remove = (version: number) =>
        opened.store.transaction(async (transaction) => done(await transaction.remove(account(1, { version }))));
      await expect(remove(1)).rejects.toThrow('version');
      expect(await opened.directory.accounts(['usr_1'])).toHaveLength(1);
      await remove(2);
      expect(await opened.directory.accounts(['usr_1'])).toEqual([]);
    },
  },
  {
    name: 'what is kept of a user reads as of one moment, whatever changes meanwhile',
    run: async (opened) => {
      await add(opened, account(1));
      // Each change raises the version and opens a session: whoever sees one without the other has read two moments.
      const change = (version: number) =>
        opened.store.transaction(async (transaction) => {
          await transaction.update(account(1, { version }), account(1, { version: version + 1 }));
          return done(await transaction.openSession(session(version)));
        });
      const torn: string[] = [];
      const read = async () => {
        const record = await opened.directory.recordOf('usr_1', now);
        const [version, count] = [record?.account.version ?? 0, record?.sessions.length];
        if (count !== version - 1) torn.push(`${count} sessions at version ${version}`);
      };
      for (let version = 1; version <= 8; version += 1) await Promise.all([read(), change(version), read(), read()]);
      expect(torn).toEqual([]);
      expect(await opened.directory.recordOf('usr_9', now)).toBeUndefined();
    },
  },
  {
    name: 'a session that nobody used for 30 days is over, though it has not ended',
    run: async (opened) => {
      const day = 86_400_000;
      const long = { ...session(1), expiresAt: at + 180 * day };
      await opened.store.transaction(async (transaction) => done(await transaction.openSession(long)));
      const listedAt = async (instant: number) =>
        (await opened.directory.sessionsOf('usr_1', new Date(instant).toISOString())).map(({ id }) => id);
      expect(await listedAt(at + 30 * day - 1)).toEqual(['ses_1']);
      expect(await listedAt(at + 30 * day)).toEqual([]);
    },
  },
  {
    name: 'a search pages through everything once, the newest first, and takes no wildcard',
    run: async (opened) => {
      // Two of three share an instant, so that the id has to decide.
      const createdAt = (number: number) => ({ createdAt: new Date(at + (number % 2)).toISOString() });
      await add(opened, ...[1, 2, 3, 4, 5].map((number) => account(number, createdAt(number))));
      const seen: string[] = [];
      let after: { createdAt: string; id: string } | undefined;
      for (let page = 0; page < 3; page += 1) {
        const found = await opened.directory.search({ first: 2, after });
        expect(found.totalCount).toBe(5);
        expect(found.hasNextPage).toBe(page < 2);
        seen.push(...found.accounts.map(({ id }) => id));
        after = found.accounts.at(-1);
      }
      expect(seen).toEqual(['usr_5', 'usr_3', 'usr_1', 'usr_4', 'usr_2']);
      expect((await opened.directory.search({ text: 'PERSON 3', first: 9 })).accounts).toHaveLength(1);
      expect((await opened.directory.search({ text: 'usr_4', first: 9 })).accounts).toHaveLength(1);
      expect((await opened.directory.search({ text: '%', first: 9 })).totalCount).toBe(0);
      expect((await opened.directory.search({ role: 'OWNER', first: 9 })).totalCount).toBe(0);
      expect((await opened.directory.search({ role: 'TRAVELER', first: 9 })).totalCount).toBe(5);
    },
  },
];
