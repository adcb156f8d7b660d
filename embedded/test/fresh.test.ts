import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type DataFolder, openDataFolder } from '@meridian/platform/config/data-folder';
import { openSecrets } from '@meridian/platform/config/secrets';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { emptyMarket } from '../src/fresh.ts';

const ours = (folder: DataFolder) => [folder.database('users'), folder.database('listings'), folder.eventLog];

/** Opens databases in another process, which makes a table in each. Answers how many tables each had before. */
async function openElsewhere(files: readonly string[]) {
  const child = fork(fileURLToPath(new URL('./database-process.ts', import.meta.url)), [...files], {
    execArgv: ['--conditions=source', '--import', 'tsx'],
  });
  const exited = once(child, 'exit');
  const [tables] = (await once(child, 'message')) as [number[]];
  const close = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return { tables, [Symbol.asyncDispose]: close };
}

/** How many tables each database has. */
async function tablesOf(folder: DataFolder): Promise<number[]> {
  await using elsewhere = await openElsewhere(ours(folder));
  return elsewhere.tables;
}

/** A folder with three databases, of which each has a table. */
async function openMarket(path: string): Promise<DataFolder> {
  const folder = await openDataFolder(path);
  await tablesOf(folder);
  return folder;
}

describe('a market that begins anew', () => {
  test('loses its databases; keys and foreign files stay', async () => {
    await using temporary = await temporaryFolder();
    const folder = await openMarket(temporary.path);
    const { internalKey } = await openSecrets(folder.secrets, ['internalKey']);
    const notes = join(folder.root, 'notes.db');
    await writeFile(notes, 'not ours');
    await emptyMarket(folder);
    expect(await tablesOf(folder)).toEqual([0, 0, 0]);
    expect((await openSecrets(folder.secrets, ['internalKey'])).internalKey).toEqual(internalKey);
    expect(await readFile(notes, 'utf8')).toBe('not ours');
  });

  test('keeps all of them while anybody has one open, and says which', async () => {
    await using temporary = await temporaryFolder();
    const folder = await openMarket(temporary.path);
    await using _import = await openElsewhere([folder.database('listings')]);
    await expect(emptyMarket(folder)).rejects.toThrow(`${folder.database('listings')} is in use by another process`);
    expect(await tablesOf(folder)).toEqual([1, 1, 1]);
  });

  test('keeps all of them beside a file of the same name that is not ours', async () => {
    await using temporary = await temporaryFolder();
    const folder = await openMarket(temporary.path);
    const foreign = folder.database('bookings');
    const text = 'The bookings of my own hotel. '.repeat(50);
    await writeFile(foreign, text);
    await expect(emptyMarket(folder)).rejects.toThrow(`${foreign} is not a database of Meridian's`);
    expect(await readFile(foreign, 'utf8')).toBe(text);
    expect(await tablesOf(folder)).toEqual([1, 1, 1]);
  });

  test('empties one that cannot be read any more', async () => {
    await using temporary = await temporaryFolder();
    const folder = await openMarket(temporary.path);
    const damaged = folder.database('bookings');
    await writeFile(damaged, `SQLite format 3\u0000${'\u0001'.repeat(2000)}`);
    await emptyMarket(folder);
    expect((await stat(damaged)).size).toBe(0);
    expect(await tablesOf(folder)).toEqual([0, 0, 0]);
  });

  test('may be a folder without one', async () => {
    await using temporary = await temporaryFolder();
    await expect(emptyMarket(await openDataFolder(temporary.path))).resolves.toBeUndefined();
  });
});
