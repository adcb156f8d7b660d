import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createIds } from '@meridian/platform/ids/ids';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { openDealsFile } from '../src/adapters/open-database.ts';
import { createOpenBooks, createSqlDealsStore } from '../src/adapters/sql-deals-store.ts';
import type { DealsTransaction } from '../src/ports/deals-store.ts';
import { dealsStoreContract } from './deals-store.contract.ts';
import { startOfTests } from './harness.ts';

type Mutate = (sound: DealsTransaction, sql: SqlTransaction) => DealsTransaction;

async function openStores(mutate: Mutate = (sound) => sound) {
  const folder = await temporaryFolder('deals');
  const file = join(folder.path, 'deals.db');
  const here = await openDealsFile(file);
  const there = await openSqliteDatabase({ file });
  const sound = createOpenBooks({ outbox: createSqlOutbox({ clock: createManualClock(startOfTests) }) });
  const openBooks = (sql: SqlTransaction) => mutate(sound(sql), sql);
  const ids = createIds();
  return {
    here: createSqlDealsStore({ database: here, ids, openBooks }),
    there: createSqlDealsStore({ database: there, ids, openBooks }),
    async [Symbol.asyncDispose]() {
      await there.close();
      await here.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const brokenBy = (mutate: Mutate) => brokenCases(dealsStoreContract, () => openStores(mutate));

describeContract('the store of deals on SQLite', dealsStoreContract, () => openStores());

test('a store that forgets the state of a rule is caught', async () => {
  const broken = await brokenBy((sound) => ({
    ...sound,
    watches: {
      ...sound.watches,
      move: (next) => sound.watches.move({ ...next, price: { phase: 'ARMED', lowest: null } }),
    },
  }));
  expect(broken).toContain('a watch keeps the state of its rules, so that a crossing that was told is known to be');
});

test('a store that moves a watch without a look at its version is caught', async () => {
  const broken = await brokenBy((sound) => ({
    ...sound,
    watches: {
      ...sound.watches,
      async move(next) {
        const present = await sound.watches.find(next.id);
        await sound.watches.move({ ...next, version: (present?.version ?? 0) + 1 });
      },
    },
  }));
  expect(broken).toContain('a watch moves only from the version that was read');
});

test('a store that counts alerts outside of its transaction is caught', async () => {
  const next = new Map<string, number>();
  const broken = await brokenBy((sound, sql) => ({
    ...sound,
    alerts: {
      ...sound.alerts,
      async append(drafts) {
        const written = await sound.alerts.append(drafts);
        // As if a number were drawn from a counter that no rollback winds back.
        for (const alert of written) {
          const number = (next.get(alert.userId) ?? 0) + 1;
          next.set(alert.userId, number);
          await sql.execute('UPDATE alerts SET sequence = ? WHERE id = ?', [number + 1_000, alert.id]);
        }
        return written.map((alert) => ({ ...alert, sequence: (next.get(alert.userId) ?? 0) + 1_000 }));
      },
    },
  }));
  expect(broken).toEqual(
    expect.arrayContaining([
      'alerts of a person count from 1 without a gap, from whatever side they are written',
      'a number that was taken by a transaction that rolled back is taken again',
    ]),
  );
});

test('a store that does not wait for the commit is caught', async () => {
  const broken = await brokenBy((sound) => ({ ...sound, afterCommit: (action) => action() }));
  expect(broken).toContain(
    'a failure that is returned leaves nothing behind, and what waits for the commit never runs',
  );
});

test('a store that lets what comes late win is caught', async () => {
  let last = 0;
  const broken = await brokenBy((sound) => ({
    ...sound,
    airports: {
      ...sound.airports,
      put: (told) => sound.airports.put(told.map((each) => ({ ...each, sequence: ++last }))),
    },
  }));
  expect(broken).toEqual([
    'airports are known as the last says that was told of each, from whatever side, however late the others come',
  ]);
});
