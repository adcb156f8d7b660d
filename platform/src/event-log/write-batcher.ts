import { DatabaseBusyError, type SqlDatabase, type SqlTransaction } from '../sql/sql-database.ts';

type Operation<T> = (transaction: SqlTransaction) => Promise<T>;
type Queued = { run: Operation<unknown>; resolve: (value: unknown) => void; reject: (cause: unknown) => void };

/** Runs small writes of many callers together. */
export interface WriteBatcher {
  /** Resolves after the commit. Operations keep their order; one that throws rolls back alone. */
  run<T>(operation: Operation<T>): Promise<T>;
}

/** Bounds how long one transaction lasts. */
const maxOperations = 64;

/**
 * Creates the batcher. A commit costs a sync of the disk, and a log has many small writers (appends, offsets, heartbeats):
 * what arrives while a commit is under way goes into the next one together.
 */
export function createWriteBatcher(database: SqlDatabase): WriteBatcher {
  const queue: Queued[] = [];
  let running = false;

  const drain = async () => {
    running = true;
    while (queue.length > 0) await runTogether(database, queue.splice(0, maxOperations));
    running = false;
  };

  return {
    run<T>(operation: Operation<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        queue.push({ run: operation, resolve: (value) => resolve(value as T), reject });
        if (!running) void drain();
      });
    },
  };
}

async function runTogether(database: SqlDatabase, operations: readonly Queued[]): Promise<void> {
  const single = operations.length === 1;
  try {
    const values = await database.transaction(async (transaction) => {
      const results: unknown[] = [];
      for (const operation of operations) results.push(await operation.run(transaction));
      return results;
    });
    for (const [index, operation] of operations.entries()) operation.resolve(values[index]);
  } catch (error) {
    if (single || error instanceof DatabaseBusyError) for (const operation of operations) operation.reject(error);
    else for (const operation of operations) await runTogether(database, [operation]);
  }
}
