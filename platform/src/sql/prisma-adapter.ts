import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { giveWay } from './event-loop-slice.ts';
import { toPrismaError } from './prisma-errors.ts';
import { columnTypesOf, toPrismaValue, toSqlValue } from './prisma-values.ts';
import { isReading } from './sql-text.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import type { OpenWrite } from './sqlite-file.ts';

const info = { provider: 'sqlite', adapterName: 'meridian-sqlite' } as const;

/**
 * Prisma over the connections and the write lock of a {@link SqliteDatabase}: `new PrismaClient({ adapter })`.
 *
 * Prisma's own SQLite adapters begin deferred, and a deferred transaction that reads and then writes fails at once when another
 * process commits in between. Here every transaction is IMMEDIATE and waits its turn with all other writers of the file.
 * Statements outside of a transaction read committed data only. `$disconnect` leaves the database open: its owner closes it.
 */
export function createPrismaSqliteAdapter(database: SqliteDatabase): SqlDriverAdapterFactory {
  return { ...info, connect: async () => createAdapter(database) };
}

function createAdapter(database: SqliteDatabase): SqlDriverAdapter {
  /** A statement of its own: reading on the reader, writing as a transaction. */
  const single = async <T>(query: SqlQuery, run: (connection: SqliteConnection) => T): Promise<T> => {
    if (!isReading(query.sql)) return inTransaction(database, run);
    await giveWay();
    return mappingErrors(() => run(database.reader()));
  };
  return {
    ...info,
    queryRaw: (query) => single(query, (connection) => readTable(connection, query)),
    executeRaw: (query) => single(query, (connection) => runStatement(connection, query)),
    executeScript: (script) => inTransaction(database, (connection) => connection.script(script)),
    async startTransaction(isolationLevel) {
      assertSerializable(isolationLevel);
      return createTransaction(await beginMapped(database));
    },
    dispose: async () => undefined,
  };
}

/** SQLite knows one level; to accept a lower one would be honest too, but a caller who asks for it expects concurrency. */
function assertSerializable(level: IsolationLevel | undefined): void {
  if (level !== undefined && level !== 'SERIALIZABLE')
    throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level });
}

async function beginMapped(database: SqliteDatabase): Promise<OpenWrite> {
  try {
    return await database.begin();
  } catch (error) {
    throw toPrismaError(error);
  }
}

async function inTransaction<T>(database: SqliteDatabase, run: (connection: SqliteConnection) => T): Promise<T> {
  const write = await beginMapped(database);
  return mappingErrors(() => {
    let answer: T;
    try {
      answer = run(write.connection);
    } catch (error) {
      write.rollback();
      throw error;
    }
    write.commit();
    return answer;
  });
}

/** `usePhantomQuery`: Prisma then leaves COMMIT and ROLLBACK to us, where the lock is released with them. */
function createTransaction(write: OpenWrite): Transaction {
  let open = true;
  const assertOpen = () => {
    if (!open)
      throw new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'It was committed or rolled back.' });
  };
  const inside = async <T>(run: (connection: SqliteConnection) => T): Promise<T> => {
    await giveWay();
    assertOpen();
    return mappingErrors(() => run(write.connection));
  };
  const end = async (how: () => void) => {
    assertOpen();
    open = false;
    mappingErrors(how);
  };
  const queryable: SqlQueryable = {
    ...info,
    queryRaw: (query) => inside((connection) => readTable(connection, query)),
    executeRaw: (query) => inside((connection) => runStatement(connection, query)),
  };
  return {
    ...queryable,
    options: { usePhantomQuery: true },
    commit: () => end(write.commit),
    rollback: () => end(write.rollback),
    createSavepoint: (name) => inside((connection) => connection.script(`SAVEPOINT ${name}`)),
    rollbackToSavepoint: (name) => inside((connection) => connection.script(`ROLLBACK TO ${name}`)),
    releaseSavepoint: (name) => inside((connection) => connection.script(`RELEASE SAVEPOINT ${name}`)),
  };
}

function mappingErrors<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw toPrismaError(error);
  }
}

const paramsOf = (query: SqlQuery) => query.args.map((value, index) => toSqlValue(value, query.argTypes[index]));

function readTable(connection: SqliteConnection, query: SqlQuery): SqlResultSet {
  const table = connection.table(query.sql, paramsOf(query));
  const columnTypes = columnTypesOf(table);
  return {
    columnNames: table.columns.map((column) => column.name),
    columnTypes,
    rows: table.rows.map((row) => row.map((value, index) => toPrismaValue(value, columnTypes[index] ?? 0))),
  };
}

const runStatement = (connection: SqliteConnection, query: SqlQuery): number =>
  connection.run(query.sql, paramsOf(query));
