import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { platformMigrationsFolder } from '@meridian/platform/sql/platform-migrations';
import { migrationsOf } from '@meridian/platform/sql/service-database';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';

const before = ['0001_listings', '0002_airport_events', '0003_own_listings', '0004_guests'];

/** A listings file as it was before, with rows. */
async function makeOldFile(folder: string, statements: readonly string[]): Promise<void> {
  const migrations = join(folder, 'migrations');
  for (const name of before)
    await cp(join(migrationsOf('listings'), name), join(migrations, name), { recursive: true });
  const file = join(folder, 'listings.db');
  await using database = await openSqliteDatabase({ file, migrationsFolder: [platformMigrationsFolder, migrations] });
  for (const statement of statements) await database.execute(statement);
}

const openNow = (folder: string) =>
  openSqliteDatabase({
    file: join(folder, 'listings.db'),
    migrationsFolder: [platformMigrationsFolder, migrationsOf('listings')],
  });

test('a data folder from before keeps who published a departure, and the shift of the first import of each data set', async () => {
  await using folder = await temporaryFolder('listings');
  const shift = (importedOn: string, days: number): string =>
    JSON.stringify({ firstTravel: '2022-04-18', importedOn, travelInDays: days, observedInDays: days - 7 });
  await makeOldFile(folder.path, [
    `INSERT INTO departures VALUES ('SQ1/SIN/2027-03-10', 'ECONOMY', 7, 'usr_1'), ('SQ1/SIN/2027-03-10', 'FIRST', 2, 'usr_1')`,
    `INSERT INTO intake_state VALUES ('date-shift:expedia:1', '${shift('2026-11-20', 1673)}'),
      ('date-shift:expedia:2', '${shift('2026-11-21', 700)}'), ('market', '{}')`,
  ]);
  await using database = await openNow(folder.path);
  expect(await database.query('SELECT resource, owner_id FROM departure_owners')).toEqual([
    { resource: 'SQ1/SIN/2027-03-10', owner_id: 'usr_1' },
  ]);
  expect(await database.query('SELECT * FROM intake_state ORDER BY state_key')).toEqual([
    { state_key: 'market', value: '{}' },
    { state_key: 'observed-shift:expedia', value: '{"inDays":1666,"until":"2026-11-20"}' },
    { state_key: 'travel-shift:expedia', value: '{"inDays":1673}' },
  ]);
});
