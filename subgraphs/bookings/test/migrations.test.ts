import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { platformMigrationsFolder } from '@meridian/platform/sql/platform-migrations';
import { migrationsOf } from '@meridian/platform/sql/service-database';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';

const before = ['0001_bookings', '0002_holds_of_account'];
const listing = (id: string, resources: readonly string[]): string =>
  `('${id}', 1, 'FLIGHT', 'usr_1', 1, 1, '', '{}', '{}', '${JSON.stringify(resources.map((resource) => ({ resource })))}', 'now')`;

test('in a data folder from before, each flight tells the seats that its departures have, until its next event', async () => {
  await using folder = await temporaryFolder('bookings');
  const [file, migrations] = [join(folder.path, 'bookings.db'), join(folder.path, 'migrations')];
  for (const name of before)
    await cp(join(migrationsOf('bookings'), name), join(migrations, name), { recursive: true });
  {
    await using old = await openSqliteDatabase({ file, migrationsFolder: [platformMigrationsFolder, migrations] });
    await old.execute(
      `INSERT INTO known_listing VALUES ${listing('flt_1', ['a', 'b'])}, ${listing('flt_2', ['a'])}, ${listing('sty_1', ['c'])}`,
    );
    await old.execute(`INSERT INTO capacity VALUES ('a', 'flt_1', 1, 1, 7, '2027-03-01', '2027-03-02', '{}', 'now'),
      ('b', 'flt_1', 1, 1, 9, '2027-03-01', '2027-03-02', '{}', 'now'),
      ('c', 'sty_1', 1, 0, 2, '2027-03-01', '2027-03-02', '{}', 'now')`);
  }
  const folders = [platformMigrationsFolder, migrationsOf('bookings')];
  await using database = await openSqliteDatabase({ file, migrationsFolder: folders });
  expect(await database.query('SELECT * FROM capacity_share ORDER BY resource, listing_id')).toEqual([
    { resource: 'a', listing_id: 'flt_1', units: 7 },
    { resource: 'a', listing_id: 'flt_2', units: 7 },
    { resource: 'b', listing_id: 'flt_1', units: 9 },
  ]);
});
