import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../testkit/temporary-folder.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { insertInto, insertUnlessThere, replaceInto, upsert } from './statements.ts';

async function openThings() {
  const folder = await temporaryFolder('statements');
  const database = await openSqliteDatabase({ file: join(folder.path, 'things.db') });
  await database.execute('CREATE TABLE things (id TEXT PRIMARY KEY, name TEXT UNIQUE, version INTEGER)');
  return {
    database,
    rows: async () => (await database.query('SELECT * FROM things ORDER BY id')).map((row) => ({ ...row })),
    async [Symbol.asyncDispose]() {
      await database.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const columns = ['id', 'name', 'version'];
const ada = { id: '1', name: 'Ada', version: 1 };

test('an insert puts values into their columns; a key that is taken is a fault', async () => {
  await using things = await openThings();
  expect(await things.database.execute(insertInto('things', columns), ['1', 'Ada', 1])).toBe(1);
  expect(await things.rows()).toEqual([ada]);
  await expect(things.database.execute(insertInto('things', columns), ['1', 'Bob', 1])).rejects.toThrow();
});

test('an insert unless there leaves alone what is there, by any key or by the one that it names', async () => {
  await using things = await openThings();
  const byAny = insertUnlessThere('things', columns);
  const byId = insertUnlessThere('things', columns, ['id']);
  expect(await things.database.execute(byId, ['1', 'Ada', 1])).toBe(1);
  expect(await things.database.execute(byId, ['1', 'Bob', 2])).toBe(0);
  expect(await things.database.execute(byAny, ['2', 'Ada', 2])).toBe(0);
  await expect(things.database.execute(byId, ['2', 'Ada', 2])).rejects.toThrow();
  expect(await things.rows()).toEqual([ada]);
});

test('an upsert replaces the other columns, where its condition holds', async () => {
  await using things = await openThings();
  const newer = upsert('things', { key: ['id'], others: ['name', 'version'] }, 'excluded.version > things.version');
  expect(await things.database.execute(newer, ['1', 'Ada', 2])).toBe(1);
  expect(await things.database.execute(newer, ['1', 'Old', 2])).toBe(0);
  expect(await things.database.execute(newer, ['1', 'Eve', 3])).toBe(1);
  expect(await things.rows()).toEqual([{ id: '1', name: 'Eve', version: 3 }]);
  await things.database.execute(upsert('things', { key: ['id'], others: ['name'] }), ['1', 'Ada']);
  expect(await things.rows()).toEqual([{ id: '1', name: 'Ada', version: 3 }]);
});

test('a replacement removes whatever shares a key with it', async () => {
  await using things = await openThings();
  for (const row of [
    ['1', 'Ada', 1],
    ['2', 'Bob', 1],
  ])
    await things.database.execute(insertInto('things', columns), row);
  await things.database.execute(replaceInto('things', columns), ['1', 'Bob', 2]);
  expect(await things.rows()).toEqual([{ id: '1', name: 'Bob', version: 2 }]);
});

test('an upsert of a key alone leaves what is there alone', async () => {
  await using things = await openThings();
  await things.database.execute(insertInto('things', columns), ['1', 'Ada', 1]);
  expect(await things.database.execute(upsert('things', { key: ['id'], others: [] }), ['1'])).toBe(0);
  expect(await things.rows()).toEqual([ada]);
});
