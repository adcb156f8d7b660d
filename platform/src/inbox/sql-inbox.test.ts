import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { platformMigrationsFolder } from '../sql/platform-migrations.ts';
import { openSqliteDatabase } from '../sql/sqlite-database.ts';
import { createManualClock } from '../time/manual-clock.ts';
import { createSqlInbox, inboxRetentionInMs, pruneInbox } from './sql-inbox.ts';

test('the inbox forgets what is older than its retention, however much it is, and nothing younger', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-inbox-'));
  const clock = createManualClock(Date.UTC(2026, 10, 20));
  const file = join(folder, 'test.db');
  const database = await openSqliteDatabase({ file, migrationsFolder: platformMigrationsFolder });
  const inbox = createSqlInbox({ clock });
  const claim = (prefix: string, count: number) =>
    database.transaction((transaction) =>
      inbox.claim(
        transaction,
        'g',
        Array.from({ length: count }, (_, index) => `${prefix}${index}`),
      ),
    );
  await claim('old', 4_500);
  clock.advance(1);
  await claim('young', 10);
  clock.advance(inboxRetentionInMs);
  expect(await pruneInbox(database, clock)).toBe(4_500);
  expect(await pruneInbox(database, clock)).toBe(0);
  expect(await claim('young', 10)).toEqual([]);
  expect(await claim('old', 1)).toEqual(['old0']);
  await database.close();
  await rm(folder, { recursive: true });
});
