import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type CommitSignal, createCommitSignal } from './commit-signal.ts';
import { DatabaseBusyError } from './sql-database.ts';
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts';
import { isBusy } from './sqlite-error.ts';
import { createWriteQueue, type WriteQueue } from './write-queue.ts';
import { openWriterTurns, type WriterTurns } from './writer-turns.ts';

/** An open IMMEDIATE transaction, driven by hand. It must be ended by `commit` or `rollback`. */
export interface OpenWrite {
  readonly connection: SqliteConnection;
  /** Commits, releases the write lock and tells the listeners. When it throws, it has rolled back. */
  commit(): void;
  rollback(): void;
}

/** One SQLite file as this process sees it: one connection that writes, one that reads, one queue of writers. */
export interface SqliteFile {
  /** Reads committed data only: it is another connection than the writer's. */
  readonly reader: SqliteConnection;
  readonly commits: CommitSignal;
  /**
   * Waits for the write lock without blocking the event loop.
   * @throws DatabaseBusyError after `busyTimeoutInMs`
   */
  begin(busyTimeoutInMs: number): Promise<OpenWrite>;
  /** Lets go of the file. The last one to do so waits for the queued writers and closes the connections. */
  release(): Promise<void>;
}

/**
 * The files that this process has open, by real path. Shared, because two writers of one process on one file would meet in
 * SQLite instead of in a queue.
 */
const openFiles = new Map<string, { file: SharedFile; users: number }>();

type SharedFile = Omit<SqliteFile, 'release'> & Readonly<{ close(): Promise<void> }>;
type Parts = Readonly<{ path: string; writer: SqliteConnection; queue: WriteQueue; turns: WriterTurns }>;

const readerBusyTimeoutInMs = 500;
const maxWalInBytes = 32 * 1024 * 1024;
const commitsBetweenWalChecks = 64;

/** Opens the file, or shares it when this process has it open. Creates file and folder when they are missing. */
export function acquireSqliteFile(path: string): SqliteFile {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  const realPath = join(realpathSync(dirname(resolve(path))), basename(path));
  const entry = openFiles.get(realPath) ?? { file: openSharedFile(realPath), users: 0 };
  openFiles.set(realPath, entry);
  entry.users += 1;
  let released = false;
  return {
    reader: entry.file.reader,
    commits: entry.file.commits,
    begin: entry.file.begin,
    async release() {
      if (released) return;
      released = true;
      entry.users -= 1;
      if (entry.users > 0) return;
      openFiles.delete(realPath);
      await entry.file.close();
    },
  };
}

function openSharedFile(path: string): SharedFile {
  const writer = openWriter(path);
  const reader = openSqliteConnection(path, { readOnly: true, busyTimeoutInMs: readerBusyTimeoutInMs });
  const parts: Parts = { path, writer, queue: createWriteQueue(), turns: openWriterTurns(path) };
  let writing = false;
  let version = writer.dataVersion();
  // The writer's own commits do not change its data version, so a change is another process. While it writes, nobody else does.
  const commits = createCommitSignal(() => {
    if (writing) return false;
    const before = version;
    version = writer.dataVersion();
    return version !== before;
  });
  const keepWalShort = createWalGuard(parts);

  const begin = async (busyTimeoutInMs: number): Promise<OpenWrite> => {
    const deadline = performance.now() + busyTimeoutInMs;
    const leave = await parts.queue.enter(busyTimeoutInMs);
    try {
      await beginImmediate(parts, deadline);
    } catch (error) {
      leave();
      throw error;
    }
    writing = true;
    const end = () => {
      writing = false;
      parts.turns.wrote();
      leave();
    };
    return createOpenWrite(writer, (committed) => {
      if (committed) keepWalShort();
      end();
      if (committed) commits.emit();
    });
  };
  const close = async () => {
    const leave = await parts.queue.enter(2 ** 31 - 1);
    commits.close();
    reader.close();
    // So that a copy of the file alone has everything. While another process reads, SQLite leaves it for the last one to do.
    writer.script('PRAGMA wal_checkpoint(TRUNCATE)');
    writer.close();
    parts.turns.close();
    leave();
  };
  return { reader, commits, begin, close };
}

function openWriter(path: string): SqliteConnection {
  // Opening may wait: the change to WAL takes an exclusive lock, and a second process may do the same at this moment.
  const opening = openSqliteConnection(path, { readOnly: false, busyTimeoutInMs: 5_000 });
  opening.script('PRAGMA journal_mode = WAL');
  opening.script('PRAGMA synchronous = FULL; PRAGMA busy_timeout = 0; PRAGMA journal_size_limit = 33554432');
  return opening;
}

function createOpenWrite(connection: SqliteConnection, ended: (committed: boolean) => void): OpenWrite {
  const rollback = () => {
    try {
      if (connection.inTransaction()) connection.script('ROLLBACK');
    } finally {
      ended(false);
    }
  };
  return {
    connection,
    rollback,
    commit() {
      try {
        connection.script('COMMIT');
      } catch (error) {
        // A deferred foreign key fails here and leaves the transaction open.
        rollback();
        throw error;
      }
      ended(true);
    },
  };
}

/** Asks for the write lock until it is there. Between two attempts it waits 1 to 10 ms, at random so that waiters do not march in step. */
async function beginImmediate({ writer, turns }: Parts, deadline: number): Promise<void> {
  const pause = turns.pauseBeforeWriting();
  if (pause > 0) await delay(pause);
  try {
    for (let attempt = 1; !tryBegin(writer); attempt += 1) {
      if (performance.now() >= deadline)
        throw new DatabaseBusyError('Another process kept the write lock for too long.');
      turns.startWaiting();
      await delay(1 + Math.random() * Math.min(9, attempt));
    }
  } finally {
    turns.stopWaiting();
  }
}

function tryBegin(writer: SqliteConnection): boolean {
  try {
    writer.script('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/**
 * SQLite copies the WAL into the file by itself every 1000 pages, but can start it anew only at a moment without readers, and
 * several busy processes may leave none. So its length is looked at now and then, and when it is long the writer, who still
 * has its turn, empties it. When a reader is in the way, the next look tries again.
 */
function createWalGuard({ path, writer }: Parts): () => void {
  let commits = 0;
  return () => {
    commits += 1;
    if (commits % commitsBetweenWalChecks !== 0) return;
    const length = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (length > maxWalInBytes) writer.script('PRAGMA wal_checkpoint(TRUNCATE)');
  };
}
