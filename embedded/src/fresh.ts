import { existsSync, truncateSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { DataFolder } from '@meridian/platform/config/data-folder';
import { type HeldFile, holdFile } from '@meridian/platform/sql/held-file';
import { serviceNames } from './services.ts';

/** The first bytes of every SQLite file. Source: SQLite's file format, section 1.3. */
const sqliteHeader = 'SQLite format 3\u0000';

/**
 * Empties the databases that Meridian keeps in a folder, and touches nothing else: a mistyped `--data` must not cost anybody a
 * file that is not ours. The keys stay. All or nothing: while anybody has one of them open, none is emptied.
 *
 * @throws Error when a file is in use, or is none of ours by content
 */
export async function emptyMarket(folder: DataFolder): Promise<void> {
  const files = [
    ...serviceNames.map((service) => folder.database(service)),
    folder.eventLog,
    folder.database('payments'),
  ];
  const held: HeldFile[] = [];
  try {
    for (const file of files.filter((each) => existsSync(each))) held.push(await holdOurs(file));
    for (const file of held) file.empty();
  } finally {
    for (const file of held) file.release();
  }
}

async function holdOurs(file: string): Promise<HeldFile> {
  const held = holdFile(file);
  if (held === 'in use') {
    throw new Error(
      `${file} is in use by another process, such as an import, a service or a tool. ` +
        'Wait until it has ended, or stop it, before you use --fresh.',
    );
  }
  if (held !== 'no database') return held;
  await refuseForeign(file);
  return damaged(file);
}

/** A database that SQLite cannot read any more; nobody works with it. Its WAL goes when the empty file is opened. */
const damaged = (file: string): HeldFile => ({
  empty: () => truncateSync(file),
  release: () => undefined,
  [Symbol.dispose]: () => undefined,
});

async function refuseForeign(file: string): Promise<void> {
  const content = await open(file);
  await using _closed = { [Symbol.asyncDispose]: () => content.close() };
  const { buffer, bytesRead } = await content.read(Buffer.alloc(sqliteHeader.length), 0, sqliteHeader.length, 0);
  if (buffer.toString('latin1', 0, bytesRead) === sqliteHeader) return;
  throw new Error(
    `${file} is not a database of Meridian's. Choose another folder with --data, or move that file away.`,
  );
}
