import { open, rm } from 'node:fs/promises';
import { dataFolderAt } from '@meridian/platform/config/data-folder';
import { serviceNames } from './services.ts';

/** The first bytes of every SQLite file. Source: SQLite's file format, section 1.3. */
const sqliteHeader = 'SQLite format 3\u0000';

/**
 * Deletes what Meridian keeps in a folder, and nothing else: a mistyped `--data` must not cost anybody a file that is not ours.
 * The keys stay.
 *
 * @throws Error when a file of ours by name is none by content
 */
export async function deleteMarket(folder: string): Promise<void> {
  const paths = dataFolderAt(folder);
  const files = [...serviceNames.map((service) => paths.database(service)), paths.eventLog, paths.database('payments')];
  await Promise.all(files.map(refuseForeign));
  const withCompanions = files.flatMap((file) => [file, `${file}-wal`, `${file}-shm`, `${file}-turn`]);
  await Promise.all(withCompanions.map((file) => rm(file, { force: true })));
}

async function refuseForeign(file: string): Promise<void> {
  const content = await open(file).catch(() => undefined);
  if (content === undefined) return;
  await using _closed = { [Symbol.asyncDispose]: () => content.close() };
  const { buffer, bytesRead } = await content.read(Buffer.alloc(sqliteHeader.length), 0, sqliteHeader.length, 0);
  if (bytesRead > 0 && buffer.toString('latin1', 0, bytesRead) !== sqliteHeader) {
    throw new Error(
      `${file} is not a database of Meridian's. Choose another folder with --data, or move that file away.`,
    );
  }
}
