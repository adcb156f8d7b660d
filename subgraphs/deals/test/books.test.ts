import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createReferenceRates } from '@meridian/platform/exchange-rates/reference-rates';
import { createIds } from '@meridian/platform/ids/ids';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { openDealsFile } from '../src/adapters/open-database.ts';
import { type Books, createSqlBooks } from '../src/books.ts';
import { booksContract } from './books.contract.ts';
import { startOfTests } from './harness.ts';

async function openBooks(mutate: (books: Books) => Books = (books) => books) {
  const folder = await temporaryFolder('deals');
  const file = join(folder.path, 'deals.db');
  const here = await openDealsFile(file);
  const there = await openSqliteDatabase({ file });
  const books = createSqlBooks({
    clock: createManualClock(startOfTests),
    ids: createIds(),
    rates: createReferenceRates(),
  });
  return {
    books: mutate(books),
    here,
    there,
    async [Symbol.asyncDispose]() {
      await there.close();
      await here.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describeContract('the books of deals on SQLite', booksContract, () => openBooks());

test('books that forget the state of a rule are caught', async () => {
  const broken = await brokenCases(booksContract, () =>
    openBooks((books) => ({
      ...books,
      watches: {
        ...books.watches,
        move: (transaction, next) =>
          books.watches.move(transaction, { ...next, price: { phase: 'ARMED', lowest: null } }),
      },
    })),
  );
  expect(broken).toContain('a watch keeps the state of its rules, so that a crossing that was told is known to be');
});

test('books that move a watch without a look at its version are caught', async () => {
  const broken = await brokenCases(booksContract, () =>
    openBooks((books) => ({
      ...books,
      watches: {
        ...books.watches,
        async move(transaction, next) {
          const present = await books.watches.find(transaction, next.id);
          await books.watches.move(transaction, { ...next, version: (present?.version ?? 0) + 1 });
        },
      },
    })),
  );
  expect(broken).toContain('a watch moves only from the version that was read');
});

test('books that count alerts outside of their transaction are caught', async () => {
  const next = new Map<string, number>();
  const broken = await brokenCases(booksContract, () =>
    openBooks((books) => ({
      ...books,
      alerts: {
        ...books.alerts,
        async append(transaction, drafts) {
          const written = await books.alerts.append(transaction, drafts);
          // As if a number were drawn from a counter that no rollback winds back.
          for (const alert of written) {
            const number = (next.get(alert.userId) ?? 0) + 1;
            next.set(alert.userId, number);
            await transaction.execute('UPDATE alerts SET sequence = ? WHERE id = ?', [number + 1_000, alert.id]);
          }
          return written.map((alert) => ({ ...alert, sequence: (next.get(alert.userId) ?? 0) + 1_000 }));
        },
      },
    })),
  );
  expect(broken).toEqual(
    expect.arrayContaining([
      'alerts of a person count from 1 without a gap, from whatever side they are written',
      'a number that was taken by a transaction that rolled back is taken again',
    ]),
  );
});
