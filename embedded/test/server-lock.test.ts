import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openDataFolder } from '@meridian/platform/config/data-folder';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { lockFolder } from '../src/server-lock.ts';

describe('the place of the one server of a folder', () => {
  test('is refused to a second one, which is told the process, the address and the ways on', async () => {
    await using temporary = await temporaryFolder();
    const folder = await openDataFolder(temporary.path);
    await using lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(
      `Meridian runs on ${folder.root} already (process ${process.pid}). Use that one, or stop it first, or choose another folder: npm start -- --data <folder>`,
    );
    await lock.tell('http://127.0.0.1:4710');
    await expect(lockFolder(folder)).rejects.toThrow(`(process ${process.pid}, http://127.0.0.1:4710)`);
    expect(await readFile(join(folder.root, 'server.txt'), 'utf8')).toContain(':4710');
  });

  test('is free again when it was given back, without a trace of who had it', async () => {
    await using temporary = await temporaryFolder();
    const folder = await openDataFolder(temporary.path);
    const lock = await lockFolder(folder);
    await lock.release();
    await lock.release();
    expect(existsSync(join(folder.root, 'server.txt'))).toBe(false);
    await (await lockFolder(folder)).release();
  });

  test('is free when only a note says otherwise: its process was killed, and its number may be another one’s now', async () => {
    await using temporary = await temporaryFolder();
    const folder = await openDataFolder(temporary.path);
    await writeFile(join(folder.root, 'server.txt'), `process ${process.ppid}, http://127.0.0.1:4710`);
    await using _lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`(process ${process.pid})`);
  });
});
