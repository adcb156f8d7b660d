import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { type HeldFile, holdFile, type NotHeld } from '../src/sql/held-file.ts';
import { temporaryFolder } from '../src/testkit/temporary-folder.ts';
import { startRemoteProcess } from './remote-process.ts';

function heldOr(answer: HeldFile | NotHeld): HeldFile {
  if (typeof answer === 'string') throw new Error(`The file is ${answer}.`);
  return answer;
}

/** A database with two rows that another process has open. */
async function openElsewhere(file: string) {
  const remote = startRemoteProcess();
  const database = await remote.openDatabase({ file });
  await database.execute('CREATE TABLE stars (name TEXT)');
  await database.execute("INSERT INTO stars VALUES ('Vega'), ('Deneb')");
  return remote;
}

describe('a SQLite file for oneself', () => {
  test('cannot be had while another process has it open, idle or frozen; it can once that is killed', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'stars.db');
    const remote = await openElsewhere(file);
    expect(holdFile(file)).toBe('in use');
    remote.pause();
    expect(holdFile(file)).toBe('in use');
    await remote.kill();
    using held = heldOr(holdFile(file));
    expect(holdFile(file)).toBe('in use');
    held.release();
    heldOr(holdFile(file)).release();
  });

  test('which does not exist is made, and serves as a lock', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'server.lock');
    using held = heldOr(holdFile(file));
    expect(holdFile(file)).toBe('in use');
    held.release();
    held.release();
    heldOr(holdFile(file)).release();
  });

  test('released untouched has all its rows, those of a killed process included', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'stars.db');
    await (await openElsewhere(file)).kill();
    heldOr(holdFile(file)).release();
    using database = new DatabaseSync(file);
    expect(database.prepare('SELECT count(*) AS count FROM stars').get()).toEqual({ count: 2 });
  });

  test('emptied has nothing left, and who waits for it goes on in the same file', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'stars.db');
    await (await openElsewhere(file)).kill();
    using held = heldOr(holdFile(file));
    using waiting = new DatabaseSync(file, { timeout: 0 });
    expect(() => waiting.exec('CREATE TABLE planets (name TEXT)')).toThrow('locked');
    held.empty();
    waiting.exec("CREATE TABLE planets (name TEXT); INSERT INTO planets VALUES ('Venus')");
    using after = new DatabaseSync(file);
    expect(after.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'planets' }]);
    expect(after.prepare('SELECT name FROM planets').all()).toEqual([{ name: 'Venus' }]);
  });

  test('that is no database is left as it is', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'notes.db');
    const text = 'Not a database, but long enough to be looked at as one. '.repeat(20);
    await writeFile(file, text);
    expect(holdFile(file)).toBe('no database');
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});
