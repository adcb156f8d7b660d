import type { Inbox } from '../../src/inbox/inbox.ts';
import type { SqlDatabase, SqlExecutor, SqlTransaction } from '../../src/sql/sql-database.ts';
import { openSqliteConnection } from '../../src/sql/sqlite-connection.ts';
import { createWriteQueue } from '../../src/sql/write-queue.ts';

/** A mutant that commits what was written before a returned failure. */
export function withoutRollbackOfFailures(database: SqlDatabase): SqlDatabase {
  return {
    ...database,
    async transaction<T>(work: (transaction: SqlTransaction) => Promise<T>): Promise<T> {
      // Wrapped, the answer has no `ok` that the adapter could see.
      const { answer } = await database.transaction(async (transaction) => ({ answer: await work(transaction) }));
      return answer;
    },
  };
}

/** A mutant that begins deferred, as Prisma's adapters for SQLite do: the lock comes with the first write. */
export function withDeferredBegin(database: SqlDatabase, file: string): SqlDatabase {
  const connection = openSqliteConnection(file, { readOnly: false, busyTimeoutInMs: 0 });
  const queue = createWriteQueue();
  const inside: SqlExecutor = {
    query: async <Row extends object>(sql: string, params = []) => connection.query(sql, params) as Row[],
    execute: async (sql, params = []) => connection.run(sql, params),
    executeMany: async (sql, paramsOfEach) => paramsOfEach.map((params) => connection.run(sql, params)),
  };
  const transaction = async <T>(work: (transaction: SqlTransaction) => Promise<T>): Promise<T> => {
    const leave = await queue.enter(500);
    const actions: (() => void)[] = [];
    try {
      connection.script('BEGIN');
      const answer = await work({ ...inside, afterCommit: (action) => void actions.push(action) });
      const failed = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
      connection.script(failed ? 'ROLLBACK' : 'COMMIT');
      if (!failed) for (const action of actions) action();
      return answer;
    } finally {
      if (connection.inTransaction()) connection.script('ROLLBACK');
      leave();
    }
  };
  const close = async () => {
    const leave = await queue.enter(500).catch(() => undefined);
    await database.close();
    connection.close();
    leave?.();
  };
  return {
    ...database,
    transaction,
    execute: (sql, params) => transaction((write) => write.execute(sql, params)),
    executeMany: (sql, paramsOfEach) => transaction((write) => write.executeMany(sql, paramsOfEach)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A mutant that forgets: every event is new. */
export const forgetfulInbox: Inbox = { claim: async (_transaction, _group, eventIds) => [...eventIds] };
