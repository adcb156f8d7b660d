import { DatabaseSync } from '@photostructure/sqlite';

/** How long a process may write without a pause while another process waits. */
const turnInMs = 25;
/** The pause it then makes. Longer than the longest wait between two attempts of a waiter, so that the waiter gets in. */
const pauseInMs = 12;

/**
 * Fairness between processes. SQLite has no queue for its write lock: who asks at the right moment gets it, and a bulk importer
 * that commits and begins again within microseconds would leave a server, which asks every few milliseconds, nothing.
 *
 * So a process that waits says so, and one that has written for longer than its turn looks whether anyone waits and, if so,
 * pauses. "Says so" is a shared lock on an empty SQLite file beside the database: the operating system drops it when the
 * process dies, so nobody waits for the dead, as they might with a file that a waiter creates.
 */
export interface WriterTurns {
  /** Called before each write. The time to pause first, in milliseconds; 0 for almost every write. */
  pauseBeforeWriting(): number;
  /** Tells other processes that this one waits. */
  startWaiting(): void;
  stopWaiting(): void;
  /** Called after each write. */
  wrote(): void;
  close(): void;
}

/** Opens the lock file `<file>-turn`. It never holds data; deleting it while nothing runs is harmless. */
export function openWriterTurns(file: string): WriterTurns {
  const lock = new DatabaseSync(`${file}-turn`, { timeout: 0 });
  let waiting = false;
  let turnStartedAt = performance.now();
  let wroteAt = Number.NEGATIVE_INFINITY;

  const othersWait = () => {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      lock.exec('ROLLBACK');
      return false;
    } catch {
      return true;
    }
  };

  return {
    pauseBeforeWriting() {
      const now = performance.now();
      if (now - wroteAt > pauseInMs) turnStartedAt = now;
      if (now - turnStartedAt < turnInMs) return 0;
      turnStartedAt = now;
      return othersWait() ? pauseInMs : 0;
    },
    startWaiting() {
      if (waiting) return;
      try {
        lock.exec('BEGIN; SELECT 1 FROM sqlite_schema');
        waiting = true;
      } catch {
        // Another process looks whether anyone waits at this very moment. The next attempt says so again.
        if (lock.isTransaction) lock.exec('ROLLBACK');
      }
    },
    stopWaiting() {
      if (waiting) lock.exec('ROLLBACK');
      waiting = false;
    },
    wrote() {
      wroteAt = performance.now();
    },
    close: () => lock.close(),
  };
}
