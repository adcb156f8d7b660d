import { truncateSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { isBusy, isDamaged } from './sqlite-error.ts';

/** A SQLite file that this process has for itself. */
export interface HeldFile extends Disposable {
  /** Makes it an empty database and lets go of it. */
  empty(): void;
  release(): void;
}

/** Why a file cannot be held: somebody has it open, or its content is no database (or none any more). */
export type NotHeld = 'in use' | 'no database';

/**
 * Takes a SQLite file for oneself, or says at once why not. An open connection keeps a shared lock on its file, idle or not, so
 * the operating system knows who has it open: services, imports, tools, the `sqlite3` shell. It also drops the locks of a process
 * that was killed, whereas a number in a file would stay, and might become another process's.
 *
 * Creates the file when it is missing: an empty one serves as a lock. While it is held, this process must not open the file in
 * any other way: closing any handle drops a process's locks (POSIX).
 *
 * @throws Error of the driver when the file cannot be opened at all
 */
export function holdFile(file: string): HeldFile | NotHeld {
  const connection = new DatabaseSync(file, { timeout: 0 });
  try {
    // Out of WAL mode, or closing would write the WAL back into what was emptied. By `exec` alone: a prepared statement would
    // keep the connection, and with it the lock, until it is collected.
    connection.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (isBusy(error)) return 'in use';
    if (isDamaged(error)) return 'no database';
    throw error;
  }
  const release = () => {
    if (connection.isOpen) connection.close();
  };
  return {
    empty() {
      // Emptied, not removed: a process that has just opened it and waits would go on in a file without a name.
      truncateSync(file);
      release();
    },
    release,
    [Symbol.dispose]: release,
  };
}
