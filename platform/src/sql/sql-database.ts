/** A value that every SQL dialect can bind and return. Booleans are 0 and 1; instants are ISO 8601 text in UTC. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** A row as the driver returns it: column name to value. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Runs statements. Placeholders are `?`, bound in order. */
export interface SqlExecutor {
  /** Returns the rows of a reading statement, or of a writing one with `RETURNING`. */
  query<Row extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs a writing statement. Returns the number of affected rows. */
  execute(sql: string, params?: readonly SqlValue[]): Promise<number>;
  /** Runs one writing statement once per list of params, prepared once. Returns the number of affected rows of each. */
  executeMany(sql: string, paramsOfEach: readonly (readonly SqlValue[])[]): Promise<number[]>;
}

/** An open write transaction. It holds the database's write lock from its first moment, so what it reads stays true. */
export interface SqlTransaction extends SqlExecutor {
  /** Runs `action` after the commit, and never after a rollback. Used to wake relays and consumers. */
  afterCommit(action: () => void): void;
}

/**
 * A SQL database that one service owns. Reading statements outside of a transaction see committed data only.
 *
 * Guarantees, held by `testkit/sql-database.contract.ts` over every adapter:
 * - a transaction is serialisable against every other one of the same database, in this process and in others;
 * - a throw inside `work` rolls back and is rethrown;
 * - an answer with `ok: false` rolls back too, and is returned: a returned failure leaves nothing behind;
 * - waiting for another writer never blocks the event loop; after `busyTimeoutInMs` it throws {@link DatabaseBusyError};
 * - what was committed survives a `kill -9` a moment later.
 */
export interface SqlDatabase extends SqlExecutor, AsyncDisposable {
  transaction<T>(work: (transaction: SqlTransaction) => Promise<T>): Promise<T>;
  /** Calls `listener` soon (≤ 50 ms) after a commit of this or another process. Returns a function that stops it. */
  onCommit(listener: () => void): () => void;
  /** Waits for the open transaction, then closes. Later calls throw. */
  close(): Promise<void>;
}

/** Another writer kept the database for longer than the busy timeout. The caller may try again. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}
