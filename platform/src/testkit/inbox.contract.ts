import { expect } from '@jest/globals';
import type { Inbox } from '../inbox/inbox.ts';
import type { SqlDatabase } from '../sql/sql-database.ts';
import type { ContractCase } from './contract-suite.ts';
import type { ServiceFixture } from './service-node.ts';

/** Two replicas with one inbox. */
export type InboxFixture = ServiceFixture & Readonly<{ inbox: Inbox }>;

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `evt_${from + index}`);

const claim = ({ inbox }: InboxFixture, database: SqlDatabase, eventIds: readonly string[]) =>
  database.transaction((transaction) => inbox.claim(transaction, 'g', eventIds));

/** Every promise of the port `Inbox`. */
export const inboxContract: readonly ContractCase<InboxFixture>[] = [
  {
    name: 'ids are new once, in the given order, whoever asks',
    async run(fixture) {
      const { here, there } = fixture;
      expect(await claim(fixture, here.database, ['b', 'a', 'c'])).toEqual(['b', 'a', 'c']);
      expect(await claim(fixture, there.database, ['d', 'c', 'a', 'e'])).toEqual(['d', 'e']);
      expect(await claim(fixture, here.database, ['d', 'e'])).toEqual([]);
      expect(await claim(fixture, here.database, [])).toEqual([]);
    },
  },
  {
    name: 'an id that comes twice in one claim is new once',
    async run(fixture) {
      expect(await claim(fixture, fixture.here.database, ['a', 'b', 'a'])).toEqual(['a', 'b']);
    },
  },
  {
    name: 'each group has its own',
    async run(fixture) {
      const { inbox, here } = fixture;
      await claim(fixture, here.database, ['a']);
      expect(await here.database.transaction((transaction) => inbox.claim(transaction, 'other', ['a']))).toEqual(['a']);
    },
  },
  {
    name: 'a claim is undone with its transaction, by a throw and by a returned failure',
    async run(fixture) {
      const { inbox, here, there } = fixture;
      await here.database.transaction(async (transaction) => {
        await inbox.claim(transaction, 'g', ['a']);
        return { ok: false };
      });
      const failing = there.database.transaction(async (transaction) => {
        await inbox.claim(transaction, 'g', ['a']);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await claim(fixture, here.database, ['a'])).toEqual(['a']);
    },
  },
  {
    name: 'of two that claim the same ids at once, each id is new to one',
    async run(fixture) {
      const { here, there } = fixture;
      const claims = Array.from({ length: 10 }, (_, round) => ids(round * 10, round * 10 + 20));
      const answers = await Promise.all(
        claims.flatMap((wanted) => [here, there].map((node) => claim(fixture, node.database, wanted))),
      );
      const won = answers.flat();
      expect(won.length).toBe(110);
      expect(new Set(won).size).toBe(110);
    },
  },
  {
    name: 'thousands of ids at once',
    async run(fixture) {
      expect(await claim(fixture, fixture.there.database, ids(0, 5_000))).toHaveLength(5_000);
      expect(await claim(fixture, fixture.there.database, ids(4_000, 6_000))).toEqual(ids(5_000, 6_000));
    },
  },
];
