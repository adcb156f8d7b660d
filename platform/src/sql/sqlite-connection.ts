import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { LRUCache } from 'lru-cache';
import type { SqlRow, SqlValue } from './sql-database.ts';
import { countPlaceholders, hasSeveralStatements } from './sql-text.ts';

/** Rows as arrays, every integer a `bigint`, with what the columns are called and declared as. */
export type SqliteTable = Readonly<{
  columns: readonly Readonly<{ name: string; declaredType: string | null }>[];
  rows: SqlValue[][];
}>;

/** One connection to a SQLite file. Every method is synchronous; statements are prepared once and kept. */
export interface SqliteConnection {
  /** Rows as objects. Integers beyond 2^53 arrive as `bigint`, all others as `number`. */
  query(sql: string, params: readonly SqlValue[]): SqlRow[];
  /** Rows as arrays, for adapters that need the columns' types. */
  table(sql: string, params: readonly SqlValue[]): SqliteTable;
  /** Runs a statement and returns the number of affected rows. */
  run(sql: string, params: readonly SqlValue[]): number;
  /** Runs any number of statements without values. */
  script(sql: string): void;
  /** Whether a transaction is open. SQLite ends one by itself when the disk is full or fails. */
  inTransaction(): boolean;
  /** Changes when another connection, of this or another process, has committed. */
  dataVersion(): number;
  close(): void;
}

type Shape = 'objects' | 'arrays';
type Prepared = Readonly<{ statement: StatementSyncInstance; placeholders: number }>;

/** Kept per connection. The five services use about 150 different statements each; bulk statements come in few lengths. */
const maxPreparedStatements = 400;

/**
 * Opens a connection.
 *
 * @param options.busyTimeoutInMs how long SQLite itself may block this thread for a lock. 0 for the writer, which waits
 *   asynchronously instead; the reader meets a lock only while another process recovers or removes the WAL.
 */
export function openSqliteConnection(
  file: string,
  options: Readonly<{ readOnly: boolean; busyTimeoutInMs: number }>,
): SqliteConnection {
  const database = new DatabaseSync(file, { readOnly: options.readOnly, timeout: options.busyTimeoutInMs });
  database.exec('PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY');
  const prepared = new LRUCache<string, Prepared>({ max: maxPreparedStatements });

  const prepare = (sql: string, shape: Shape): Prepared => {
    const key = `${shape} ${sql}`;
    const known = prepared.get(key);
    if (known) return known;
    if (hasSeveralStatements(sql)) throw new TypeError(`Only one statement at a time: ${sql}`);
    const statement = database.prepare(sql);
    // A BigInt for every integer, then narrowed: a value too large for a number would throw, after a write took place.
    statement.setReadBigInts(true);
    if (shape === 'arrays') statement.setReturnArrays(true);
    const entry = { statement, placeholders: countPlaceholders(sql) };
    prepared.set(key, entry);
    return entry;
  };

  const bound = (sql: string, shape: Shape, params: readonly SqlValue[]): StatementSyncInstance => {
    const { statement, placeholders } = prepare(sql, shape);
    // SQLite would bind NULL for what is missing.
    if (placeholders !== params.length)
      throw new TypeError(`${params.length} values for ${placeholders} places: ${sql}`);
    return statement;
  };

  const version = database.prepare('PRAGMA data_version');
  return {
    query: (sql, params) => narrowObjects(bound(sql, 'objects', params).all(...params)),
    table(sql, params) {
      const statement = bound(sql, 'arrays', params);
      const columns = statement.columns().map(({ name, type }) => ({ name, declaredType: type }));
      return { columns, rows: statement.all(...params) };
    },
    run: (sql, params) => Number(bound(sql, 'objects', params).run(...params).changes),
    script: (sql) => database.exec(sql),
    inTransaction: () => database.isTransaction,
    dataVersion: () => version.get().data_version,
    close() {
      prepared.clear();
      database.close();
    },
  };
}

const narrow = (value: SqlValue): SqlValue =>
  typeof value === 'bigint' && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
    ? Number(value)
    : value;

function narrowObjects(rows: Record<string, SqlValue>[]): SqlRow[] {
  const names = Object.keys(rows[0] ?? {});
  for (const row of rows) for (const name of names) row[name] = narrow(row[name] ?? null);
  return rows;
}
