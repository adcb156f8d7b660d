import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '@meridian/platform/config/data-folder';
import { holdFile } from '@meridian/platform/sql/held-file';

/** The place of the one server of a data folder. */
export interface ServerLock extends AsyncDisposable {
  /** Leaves the address for whoever is refused. */
  tell(url: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the place of a folder's server. Imports, tools and services share a folder with a server, but a second server would be a
 * mistake: two seed one market, and people look at one while they think of the other. The lock is the operating system's, so it
 * ends with the process, however that ends; the note beside it is for people, and is believed only while the lock is held.
 *
 * @throws Error that names the server that runs, and the ways on
 */
export async function lockFolder(folder: DataFolder): Promise<ServerLock> {
  const note = join(folder.root, 'server.txt');
  const held = holdFile(join(folder.root, 'server.lock'));
  if (held === 'in use') throw new Error(refusal(folder.root, await readFile(note, 'utf8').catch(() => '')));
  if (held === 'no database') throw new Error(`${join(folder.root, 'server.lock')} is not ours. Move it away.`);
  const write = (url: string) => writeFile(note, `process ${process.pid}${url === '' ? '' : `, ${url}`}`);
  const release = async () => {
    await rm(note, { force: true });
    held.release();
  };
  await write('');
  return { tell: write, release, [Symbol.asyncDispose]: release };
}

const refusal = (root: string, server: string): string =>
  `Meridian runs on ${root} already (${server || 'it is just starting'}). ` +
  'Use that one, or stop it first, or choose another folder: npm start -- --data <folder>';
