import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { platformMigrationsFolder } from './platform-migrations.ts';
import { DatabaseBusyError } from './sql-database.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

async function temporaryFile() {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-sql-'));
  return { file: join(folder, 'test.db'), [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test('integers beyond 2^53 arrive exact, smaller ones as numbers, also from RETURNING', async () => {
  await using folder = await temporaryFile();
  await using database = await openSqliteDatabase({ file: folder.file });
  await database.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, n BIGINT)');
  const rows = await database.query('INSERT INTO t (n) VALUES (?), (?) RETURNING id, n', [9007199254740993n, 7]);
  expect(rows).toEqual([
    { id: 1, n: 9007199254740993n },
    { id: 2, n: 7 },
  ]);
  expect(await database.query('SELECT n FROM t ORDER BY id')).toEqual([{ n: 9007199254740993n }, { n: 7 }]);
});

test('a second statement in one text is refused instead of ignored', async () => {
  await using folder = await temporaryFile();
  await using database = await openSqliteDatabase({ file: folder.file });
  await expect(database.execute('CREATE TABLE a (n INTEGER); CREATE TABLE b (n INTEGER)')).rejects.toThrow(
    'one statement',
  );
});

test('a statement with too few values throws and writes nothing', async () => {
  await using folder = await temporaryFile();
  await using database = await openSqliteDatabase({ file: folder.file });
  await database.execute('CREATE TABLE t (a TEXT, b TEXT)');
  await expect(database.execute("INSERT INTO t (a, b) VALUES (?, '?')", [])).rejects.toThrow('0 values for 1 places');
  expect(await database.query('SELECT * FROM t')).toEqual([]);
});

test('a statement of the database inside of its transaction fails after the busy timeout and says why', async () => {
  await using folder = await temporaryFile();
  await using database = await openSqliteDatabase({ file: folder.file, busyTimeoutInMs: 50 });
  await database.execute('CREATE TABLE t (a TEXT)');
  const inner = database.transaction(async () => database.execute("INSERT INTO t (a) VALUES ('x')"));
  await expect(inner).rejects.toThrow(DatabaseBusyError);
  await expect(inner).rejects.toThrow('inside of `transaction(…)`');
  expect(await database.execute("INSERT INTO t (a) VALUES ('y')")).toBe(1);
});

test('the platform tables are applied once by two handles that start at once', async () => {
  await using folder = await temporaryFile();
  const options = { file: folder.file, migrationsFolder: platformMigrationsFolder };
  await using one = await openSqliteDatabase(options);
  await using two = await openSqliteDatabase(options);
  expect(await two.query('SELECT migration_name AS name FROM _prisma_migrations')).toEqual([
    { name: '0000_platform_events' },
  ]);
  expect(await one.query('SELECT COUNT(*) AS n FROM outbox')).toEqual([{ n: 0 }]);
});

test('a loop of a thousand awaited statements lets timers run', async () => {
  await using folder = await temporaryFile();
  await using database = await openSqliteDatabase({ file: folder.file });
  await database.execute('CREATE TABLE t (a INTEGER)');
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await database.transaction(async (transaction) => {
    for (let row = 0; row < 20_000; row += 1) await transaction.execute('INSERT INTO t (a) VALUES (?)', [row]);
  });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(1);
});
