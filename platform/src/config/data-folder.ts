import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where the embedded backends keep their files. Every process that shares a folder shares its data. */
export type DataFolder = Readonly<{
  /** The folder, as an absolute path. */
  root: string;
  /** The SQLite file that one service owns: `<root>/<service>.db`. */
  database(service: string): string;
  /** The event log's SQLite file. */
  eventLog: string;
  /** The keys, see `openSecrets`. */
  secrets: string;
  /** A folder of its own for files of one purpose, for example `mail`. The caller creates it. */
  folder(name: string): string;
}>;

const namePattern = /^[a-z][a-z0-9-]*$/;

function requireName(name: string): string {
  if (!namePattern.test(name))
    throw new RangeError(`"${name}" cannot name a file: use lower-case letters, digits and hyphens.`);
  return name;
}

/** Names the files in a data folder; creates nothing. */
export function dataFolderAt(path: string): DataFolder {
  const root = resolve(path);
  return {
    root,
    database: (service) => join(root, `${requireName(service)}.db`),
    eventLog: join(root, 'log.db'),
    secrets: join(root, 'secrets.json'),
    folder: (name) => join(root, requireName(name)),
  };
}

/** Creates the folder if it is missing, readable by its owner only, and names the files in it. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const folder = dataFolderAt(path);
  await mkdir(folder.root, { recursive: true, mode: 0o700 });
  return folder;
}
