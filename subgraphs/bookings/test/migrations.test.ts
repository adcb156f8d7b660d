import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { platformMigrationsFolder } from '@meridian/platform/sql/platform-migrations';
import { migrationsOf } from '@meridian/platform/sql/service-database';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';

const listing = (id: string, resources: readonly string[]): string =>
  `('${id}', 1, 'FLIGHT', 'usr_1', 1, 1, '', '{}', '{}', '${JSON.stringify(resources.map((resource) => ({ resource })))}', 'now')`;

/** A data folder from before: the first migrations alone, and what `fill` puts in. Answers the file, to be opened as of today. */
async function folderFrom(path: string, before: readonly string[], fill: readonly string[]): Promise<string> {
  const [file, migrations] = [join(path, 'bookings.db'), join(path, 'migrations')];
  for (const name of before)
    await cp(join(migrationsOf('bookings'), name), join(migrations, name), { recursive: true });
  await using old = await openSqliteDatabase({ file, migrationsFolder: [platformMigrationsFolder, migrations] });
  for (const statement of fill) await old.execute(statement);
  return file;
}

const openToday = (file: string) =>
  openSqliteDatabase({ file, migrationsFolder: [platformMigrationsFolder, migrationsOf('bookings')] });

test('in a data folder from before, each flight tells the seats that its departures have, until its next event', async () => {
  await using folder = await temporaryFolder('bookings');
  const file = await folderFrom(
    folder.path,
    ['0001_bookings', '0002_holds_of_account'],
    [
      `INSERT INTO known_listing VALUES ${listing('flt_1', ['a', 'b'])}, ${listing('flt_2', ['a'])}, ${listing('sty_1', ['c'])}`,
      `INSERT INTO capacity VALUES ('a', 'flt_1', 1, 1, 7, '2027-03-01', '2027-03-02', '{}', 'now'),
      ('b', 'flt_1', 1, 1, 9, '2027-03-01', '2027-03-02', '{}', 'now'),
      ('c', 'sty_1', 1, 0, 2, '2027-03-01', '2027-03-02', '{}', 'now')`,
    ],
  );
  await using database = await openToday(file);
  expect(await database.query('SELECT * FROM capacity_share ORDER BY resource, listing_id')).toEqual([
    { resource: 'a', listing_id: 'flt_1', units: 7 },
    { resource: 'a', listing_id: 'flt_2', units: 7 },
    { resource: 'b', listing_id: 'flt_1', units: 9 },
  ]);
});

const booking = (id: string, userId: string, travelers: string): string =>
  `('${id}', '${id}', '${userId}', 'COMPLETED', 'EUR', 1, 0, 1, 'now', 'now', 'now', NULL, 'now', NULL, '${travelers}')`;

test('whoever was forgotten before is known as forgotten, by the bookings that have lost their names', async () => {
  await using folder = await temporaryFolder('bookings');
  const bookings = [
    booking('bkg_1', 'usr_1', '[]'),
    booking('bkg_2', 'usr_1', '[]'),
    booking('bkg_3', 'usr_2', '[{}]'),
  ];
  const file = await folderFrom(
    folder.path,
    ['0001_bookings', '0002_holds_of_account', '0003_capacity_shares'],
    [`INSERT INTO booking VALUES ${bookings.join(', ')}`],
  );
  await using database = await openToday(file);
  expect(await database.query('SELECT user_id FROM forgotten_user')).toEqual([{ user_id: 'usr_1' }]);
});
