import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { migrate } from './migrate.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

async function openFixture() {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-migrate-'));
  const migrations = join(folder, 'migrations');
  const file = join(folder, 'test.db');
  const database = await openSqliteDatabase({ file });
  return {
    database,
    file,
    migrations,
    async write(name: string, script: string) {
      await mkdir(join(migrations, name), { recursive: true });
      await writeFile(join(migrations, name, 'migration.sql'), script);
    },
    async [Symbol.asyncDispose]() {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

test('migrations run once each, in the order of their names, and are recorded as Prisma records them', async () => {
  await using fixture = await openFixture();
  await fixture.write('0002_more', 'ALTER TABLE a ADD COLUMN m TEXT; INSERT INTO a VALUES (1, NULL);');
  await fixture.write('0001_init', 'CREATE TABLE a (n INTEGER);');
  await migrate(fixture.database, fixture.migrations);
  await fixture.write('0003_last', 'INSERT INTO a VALUES (2, NULL)');
  await migrate(fixture.database, fixture.migrations);
  expect(await fixture.database.query('SELECT n FROM a')).toEqual([{ n: 1 }, { n: 2 }]);
  const rows = await fixture.database.query(
    'SELECT migration_name AS name, applied_steps_count AS steps, LENGTH(checksum) AS digits FROM _prisma_migrations ORDER BY 1',
  );
  expect(rows).toEqual(['0001_init', '0002_more', '0003_last'].map((name) => ({ name, steps: 1, digits: 64 })));
});

test('a migration that fails names itself and leaves nothing of its run behind', async () => {
  await using fixture = await openFixture();
  await fixture.write('0001_init', 'CREATE TABLE a (n INTEGER);');
  await fixture.write('0002_bad', 'CREATE TABLE b (n INTEGER); INSERT INTO nowhere VALUES (1);');
  await expect(migrate(fixture.database, fixture.migrations)).rejects.toThrow(/0002_bad.*nowhere/);
  expect(await fixture.database.query("SELECT name FROM sqlite_schema WHERE name IN ('a', 'b')")).toEqual([]);
});

test('a migration that was edited after it ran is refused', async () => {
  await using fixture = await openFixture();
  await fixture.write('0001_init', 'CREATE TABLE a (n INTEGER);');
  await migrate(fixture.database, fixture.migrations);
  await fixture.write('0001_init', 'CREATE TABLE a (n BIGINT);');
  await expect(migrate(fixture.database, fixture.migrations)).rejects.toThrow('0001_init was changed');
});

test('starts at the same moment apply each migration once', async () => {
  await using fixture = await openFixture();
  await fixture.write('0001_init', 'CREATE TABLE a (n INTEGER);');
  const options = { file: fixture.file, migrationsFolder: fixture.migrations };
  const opened = await Promise.all(Array.from({ length: 5 }, () => openSqliteDatabase(options)));
  for (const database of opened) await database.close();
  expect(await fixture.database.query('SELECT COUNT(*) AS n FROM _prisma_migrations')).toEqual([{ n: 1 }]);
});
