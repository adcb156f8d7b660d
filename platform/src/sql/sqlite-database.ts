import { giveWay } from './event-loop-slice.ts';
import { migrate } from './migrate.ts';
import type { SqlDatabase, SqlExecutor, SqlTransaction, SqlValue } from './sql-database.ts';
import { isReading } from './sql-text.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { acquireSqliteFile, type OpenWrite, type SqliteFile } from './sqlite-file.ts';

/** A {@link SqlDatabase} in one SQLite file. */
export interface SqliteDatabase extends SqlDatabase {
  readonly file: string;
  /** Begins an IMMEDIATE transaction that the caller ends itself. For adapters such as Prisma's; everyone else uses `transaction`. */
  begin(): Promise<OpenWrite>;
  /** The connection for reading: synchronous, committed data only. */
  reader(): SqliteConnection;
}

/** How to open a database. */
export type SqliteOptions = Readonly<{
  file: string;
  /** Folders of migrations to apply first, see {@link migrate}. */
  migrationsFolder?: string | readonly string[];
  /** How long a writer waits for other writers. 10 s unless given. */
  busyTimeoutInMs?: number;
}>;

/**
 * Opens (and creates) a SQLite database: WAL, `synchronous = FULL`, foreign keys on. Any number of times per process and in
 * any number of processes; within a process all share one connection that writes and one that reads.
 */
export async function openSqliteDatabase(options: SqliteOptions): Promise<SqliteDatabase> {
  const database = createSqliteDatabase(acquireSqliteFile(options.file), options);
  try {
    for (const folder of [options.migrationsFolder ?? []].flat()) await migrate(database, folder);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function createSqliteDatabase(file: SqliteFile, options: SqliteOptions): SqliteDatabase {
  const listeners = createListeners(file);
  let open = true;
  let unfinished: Promise<unknown> = Promise.resolve();

  const assertOpen = () => {
    if (!open) throw new Error(`The database ${options.file} is closed.`);
  };
  const reader = () => {
    assertOpen();
    return file.reader;
  };
  const begin = async () => {
    assertOpen();
    return file.begin(options.busyTimeoutInMs ?? 10_000);
  };
  const transaction = <T>(work: (transaction: SqlTransaction) => Promise<T>): Promise<T> => {
    const answer = begin().then((write) => runTransaction(write, work));
    // Without a value of its own it would hold the answer of every transaction there ever was, each inside the next.
    unfinished = Promise.allSettled([unfinished, answer]).then(() => undefined);
    return answer;
  };
  const close = async () => {
    if (!open) return;
    open = false;
    listeners.stopAll();
    await unfinished;
    await file.release();
  };
  const onCommit = (listener: () => void) => {
    assertOpen();
    return listeners.add(listener);
  };
  const executor = createOutsideExecutor({ reader, transaction });
  return { ...executor, file: options.file, begin, reader, transaction, onCommit, close, [Symbol.asyncDispose]: close };
}

function createListeners(file: SqliteFile) {
  const stops = new Set<() => void>();
  return {
    add(listener: () => void): () => void {
      const stop = file.commits.listen(listener);
      stops.add(stop);
      return () => {
        stops.delete(stop);
        stop();
      };
    },
    stopAll() {
      for (const stop of stops) stop();
      stops.clear();
    },
  };
}

/** Statements outside of a transaction: those that read use the reader, those that write are transactions of their own. */
function createOutsideExecutor(deps: Pick<SqliteDatabase, 'reader' | 'transaction'>): SqlExecutor {
  return {
    async query<Row extends object>(sql: string, params: readonly SqlValue[] = []) {
      const reader = deps.reader();
      if (!isReading(sql)) return deps.transaction((inside) => inside.query<Row>(sql, params));
      await giveWay();
      return reader.query(sql, params) as Row[];
    },
    execute: (sql, params) => deps.transaction((inside) => inside.execute(sql, params)),
    executeMany: (sql, paramsOfEach) => deps.transaction((inside) => inside.executeMany(sql, paramsOfEach)),
  };
}

async function runTransaction<T>(write: OpenWrite, work: (transaction: SqlTransaction) => Promise<T>): Promise<T> {
  const actions: (() => void)[] = [];
  let ended = false;
  const executor = createExecutor(write.connection, () => {
    if (ended) throw new Error('This transaction has ended. Was a statement not awaited?');
  });
  let answer: T;
  try {
    answer = await work({ ...executor, afterCommit: (action) => void actions.push(action) });
  } catch (error) {
    ended = true;
    write.rollback();
    throw error;
  }
  ended = true;
  if (isFailure(answer)) {
    write.rollback();
    return answer;
  }
  write.commit();
  for (const action of actions) queueMicrotask(action);
  return answer;
}

const isFailure = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;

/** Statements of an open transaction. @param assertUsable throws when the transaction has ended */
function createExecutor(connection: SqliteConnection, assertUsable: () => void): SqlExecutor {
  const ready = async () => {
    await giveWay();
    assertUsable();
  };
  return {
    async query<Row extends object>(sql: string, params: readonly SqlValue[] = []) {
      await ready();
      return connection.query(sql, params) as Row[];
    },
    async execute(sql, params = []) {
      await ready();
      return connection.run(sql, params);
    },
    async executeMany(sql, paramsOfEach) {
      const affected: number[] = [];
      await ready();
      for (const params of paramsOfEach) {
        // Every 32 rows, about 0.1 ms: cheap enough to ask, short enough for the loop.
        if (affected.length % 32 === 31) await ready();
        affected.push(connection.run(sql, params));
      }
      return affected;
    },
  };
}
