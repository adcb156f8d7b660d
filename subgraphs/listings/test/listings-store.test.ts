import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { openListingsFile } from '../src/adapters/open-database.ts';
import { createSqlListingsStore } from '../src/adapters/sql/listings-store.ts';
import { createSqlAuthors } from '../src/adapters/sql/projections.ts';
import { createSqlSearchCandidates } from '../src/adapters/sql/search-candidates.ts';
import type { ListingsTransaction } from '../src/ports/listings-store.ts';
import { createStores } from '../src/stores.ts';
import { forgottenUsersContract } from './forgotten-users.contract.ts';
import { startOfTests } from './harness.ts';
import { listingsStoreContract } from './listings-store.contract.ts';

type Mutate = (sound: ListingsTransaction, sql: SqlTransaction) => ListingsTransaction;

async function openFixture(mutate: Mutate = (sound) => sound) {
  const folder = await temporaryFolder('listings');
  const [here, there] = [
    await openListingsFile(join(folder.path, 'listings.db')),
    await openListingsFile(join(folder.path, 'listings.db')),
  ];
  const storesOf = (database: typeof here) =>
    createStores({ database, clock: createManualClock(startOfTests), ids: createSequentialIds() });
  const storeOf = (database: typeof here) => {
    const { openTransaction } = storesOf(database);
    return createSqlListingsStore(database, (sql) => mutate(openTransaction(sql), sql));
  };
  return {
    here: storeOf(here),
    there: storeOf(there),
    candidates: createSqlSearchCandidates(here),
    texts: storesOf(here).reviewDocuments,
    authors: createSqlAuthors(here),
    async announced() {
      const rows = await here.query<{ value: string }>('SELECT value FROM outbox ORDER BY id');
      return rows.map(({ value }) => {
        const { type, subject } = JSON.parse(value) as { type: string; subject: string };
        return `${type} ${subject}`;
      });
    },
    async [Symbol.asyncDispose]() {
      await there.close();
      await here.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const everyCase = [...listingsStoreContract, ...forgottenUsersContract];

const brokenBy = (mutate: Mutate) => brokenCases(everyCase, () => openFixture(mutate));

describeContract('the store of listings on SQLite', everyCase, () => openFixture());

test('a store that writes a listing whatever its version is caught', async () => {
  const broken = await brokenBy((sound, sql) => ({
    ...sound,
    listings: {
      ...sound.listings,
      async write(writes) {
        for (const { listing, isNew } of writes) {
          const before = [listing.version - 1, listing.id];
          if (!isNew) await sql.execute('UPDATE listings SET version = ? WHERE id = ?', before);
        }
        await sound.listings.write(writes);
      },
    },
  }));
  expect(broken).toEqual([
    'a listing moves only from the version before: of two changes at once one is refused, and changes nothing',
  ]);
});

test('a store that computes a rating from what was read is caught', async () => {
  const broken = await brokenBy((sound, sql) => ({
    ...sound,
    listings: {
      ...sound.listings,
      async rate({ id, ratings }, rating) {
        const values = [ratings.ownSum + rating, ratings.ownCount + 1, id];
        await sql.execute('UPDATE listings SET own_rating_sum = ?, own_review_count = ? WHERE id = ?', values);
      },
    },
  }));
  expect(broken).toContain('two ratings at once both count, and no version rises');
});

test('a store that believes the last word of a booking instead of its newest is caught', async () => {
  let told = 0;
  const broken = await brokenBy((sound) => ({
    ...sound,
    guests: {
      ...sound.guests,
      async put(bookings) {
        for (const booking of bookings) {
          told += 1;
          await sound.guests.put([{ ...booking, version: told }]);
        }
      },
    },
  }));
  expect(broken).toEqual([
    'a guest is who has a booking that stands; the highest version holds, in whatever order they come',
  ]);
});

test('a store that keeps what a refused transaction has written is caught', async () => {
  const broken = await brokenCases(everyCase, async () => {
    const fixture = await openFixture();
    const transaction: typeof fixture.here.transaction = async (work) => {
      const answer = await fixture.here.transaction(async (open) => ({ kept: await work(open) }));
      return answer.kept;
    };
    return { ...fixture, here: { ...fixture.here, transaction } };
  });
  expect(broken).toEqual(['a failure that is returned leaves nothing behind: no listing, nothing in search, no event']);
});

test('a store that forgets who is gone without a note of it is caught: what is told late comes back', async () => {
  const broken = await brokenBy((sound, sql) => ({
    ...sound,
    guests: {
      ...sound.guests,
      async forget(userIds) {
        await sound.guests.forget(userIds);
        await sql.execute('DELETE FROM forgotten_users');
      },
    },
  }));
  expect(broken).toEqual([
    'of who is forgotten no booking is known; it is told after the deletion',
    'of who is forgotten no profile is known; it is told after the deletion',
    'a booking of what was reviewed stays known, and no other, though its guest is forgotten; it is told after the deletion',
  ]);
});

test('a store that forgets on what the mark of a review rests is caught', async () => {
  const broken = await brokenBy((sound, sql) => ({
    ...sound,
    guests: {
      ...sound.guests,
      async forget(userIds) {
        await sound.guests.forget(userIds);
        for (const userId of userIds) await sql.execute('DELETE FROM guests WHERE user_id = ?', [userId]);
      },
    },
  }));
  expect(broken).toEqual([
    'a booking of what was reviewed stays known, and no other, though its guest is forgotten; it is told before the deletion',
    'of two bookings of what was reviewed the other one stands, though their guest is forgotten; it is told before the deletion',
    'of two bookings of what was reviewed the other one stands, though their guest is forgotten; it is told after the deletion',
  ]);
});
