import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** What the file has said before about a key. */
export type Sighting = Readonly<{
  /** 1 for the first row of the key in this file. */
  occurrence: number;
  /** Whether this row's content equals that of the key's first row. */
  sameContent: boolean;
}>;

/**
 * Counts how often each key has come in a file, exactly, in little memory: the counts lie in a temporary SQLite file, of which only a
 * few megabytes are cached. A `Map` of two million hashes would take 300 MB.
 */
export interface RowLedger extends Disposable {
  /** In the order of the rows. All of one call are written together. */
  see(rows: readonly Readonly<{ key: string; content: string }>[]): Sighting[];
}

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest().subarray(0, 16);
const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const schema = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -2000;
  CREATE TABLE seen (key BLOB PRIMARY KEY, content BLOB NOT NULL, times INTEGER NOT NULL) WITHOUT ROWID;`;

/** Opens an empty ledger in a temporary file, so that memory stays flat whatever the size of the import. */
export const openRowLedger = (): RowLedger => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-import-'));
  const database = new DatabaseSync(join(folder, 'seen.db'));
  database.exec(schema);
  const count = database.prepare(
    'INSERT INTO seen VALUES (?, ?, 1) ON CONFLICT (key) DO UPDATE SET times = times + 1 RETURNING times, content',
  );
  return {
    see: (rows) => {
      database.exec('BEGIN');
      const sightings = rows.map((row) => {
        const content = digest(row.content);
        const { times, content: first } = count.get(digest(row.key), content) as { times: number; content: Uint8Array };
        return { occurrence: times, sameContent: equal(first, content) };
      });
      database.exec('COMMIT');
      return sightings;
    },
    [Symbol.dispose]: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
