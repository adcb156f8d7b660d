import { expect } from '@jest/globals';
import { DatabaseBusyError, type SqlDatabase } from '../sql/sql-database.ts';
import { createGate } from './collector.ts';
import type { ContractCase } from './contract-suite.ts';

/** Two handles on one empty database, in one process or in two, and a third that waits for other writers for 100 ms at most. */
export type SqlDatabaseFixture = Readonly<{ here: SqlDatabase; there: SqlDatabase; impatient: SqlDatabase }>;

const insert = 'INSERT INTO contract_rows (id, n) VALUES (?, ?)';

async function createTable({ here }: SqlDatabaseFixture): Promise<void> {
  await here.execute('CREATE TABLE contract_rows (id INTEGER PRIMARY KEY, n BIGINT, t VARCHAR(40), b BLOB)');
}

async function idsIn(database: SqlDatabase): Promise<unknown[]> {
  return (await database.query<{ id: number }>('SELECT id FROM contract_rows ORDER BY id')).map((row) => row.id);
}

/** Holds the write lock of `database` until `release` is called. */
async function holdLock(database: SqlDatabase) {
  const begun = createGate();
  const end = createGate();
  const held = database.transaction(async () => {
    begun.open();
    await end.opened;
  });
  await begun.opened;
  return {
    async release() {
      end.open();
      await held;
    },
  };
}

const increment = (database: SqlDatabase) =>
  database.transaction(async (transaction) => {
    const [row] = await transaction.query<{ n: number }>('SELECT n FROM contract_rows WHERE id = 1');
    await transaction.execute('UPDATE contract_rows SET n = ? WHERE id = 1', [(row?.n ?? 0) + 1]);
  });

/** What a transaction does with what it has written. */
const outcomes: readonly ContractCase<SqlDatabaseFixture>[] = [
  {
    name: 'what was committed is seen by every handle, and the answer is returned',
    async run(fixture) {
      await createTable(fixture);
      const answer = await fixture.here.transaction(async (transaction) => {
        await transaction.execute(insert, [1, 10]);
        return { ok: true, n: 1 };
      });
      expect(answer).toEqual({ ok: true, n: 1 });
      expect(await idsIn(fixture.here)).toEqual([1]);
      expect(await idsIn(fixture.there)).toEqual([1]);
    },
  },
  {
    name: 'a throw rolls back and is rethrown',
    async run(fixture) {
      await createTable(fixture);
      for (const database of [fixture.here, fixture.there]) {
        const failing = database.transaction(async (transaction) => {
          await transaction.execute(insert, [1, 10]);
          throw new Error('the work failed');
        });
        await expect(failing).rejects.toThrow('the work failed');
      }
      expect(await idsIn(fixture.here)).toEqual([]);
    },
  },
  {
    name: 'a returned failure rolls back what the work has written, and is returned',
    async run(fixture) {
      await createTable(fixture);
      for (const database of [fixture.here, fixture.there]) {
        const answer = await database.transaction(async (transaction) => {
          await transaction.execute(insert, [1, 10]);
          return { ok: false, failure: { code: 'SOLD_OUT' } };
        });
        expect(answer).toEqual({ ok: false, failure: { code: 'SOLD_OUT' } });
      }
      expect(await idsIn(fixture.here)).toEqual([]);
    },
  },
  {
    name: 'after a rollback the next writer gets the lock',
    async run(fixture) {
      await createTable(fixture);
      await fixture.there.transaction(async () => ({ ok: false }));
      await fixture.here.execute(insert, [1, 1]);
      await fixture.there.execute(insert, [2, 1]);
      expect(await idsIn(fixture.here)).toEqual([1, 2]);
    },
  },
  {
    name: 'a statement that fails leaves nothing behind, not even the rows before it',
    async run(fixture) {
      await createTable(fixture);
      for (const database of [fixture.here, fixture.there]) {
        const rows = [
          [1, 1],
          [2, 1],
          [1, 1],
        ];
        await expect(database.executeMany(insert, rows)).rejects.toThrow();
      }
      expect(await idsIn(fixture.here)).toEqual([]);
    },
  },
  {
    name: 'actions after the commit run once it is visible, and never after a rollback',
    async run(fixture) {
      await createTable(fixture);
      const committed = createGate();
      let wrong = 0;
      await fixture.there.transaction(async (transaction) => {
        transaction.afterCommit(() => {
          wrong += 1;
        });
        return { ok: false };
      });
      await fixture.there.transaction(async (transaction) => {
        await transaction.execute(insert, [1, 1]);
        transaction.afterCommit(committed.open);
      });
      await committed.opened;
      expect(await idsIn(fixture.here)).toEqual([1]);
      expect(wrong).toBe(0);
    },
  },
];

/** What transactions see of each other. */
const isolation: readonly ContractCase<SqlDatabaseFixture>[] = [
  {
    name: 'a transaction reads its own writes; nobody else does before the commit',
    async run(fixture) {
      await createTable(fixture);
      const seen = await fixture.here.transaction(async (transaction) => {
        await transaction.execute(insert, [1, 10]);
        const own = await transaction.query<{ id: number }>('SELECT id FROM contract_rows');
        return { own: own.length, here: await idsIn(fixture.here), there: await idsIn(fixture.there) };
      });
      expect(seen).toEqual({ own: 1, here: [], there: [] });
    },
  },
  {
    name: 'read, then write: no update is lost and no transaction fails, from whatever side',
    async run(fixture) {
      await createTable(fixture);
      await fixture.here.execute(insert, [1, 0]);
      const sides = [fixture.here, fixture.there];
      await Promise.all(Array.from({ length: 40 }, (_, index) => increment(sides[index % 2] ?? fixture.here)));
      expect(await fixture.here.query('SELECT n FROM contract_rows')).toEqual([{ n: 40 }]);
    },
  },
  {
    name: 'a transaction that has only read keeps other writers out: what it read stays true',
    async run(fixture) {
      await createTable(fixture);
      await fixture.there.transaction(async (transaction) => {
        await transaction.query('SELECT id FROM contract_rows');
        await expect(fixture.impatient.execute(insert, [1, 1])).rejects.toBeInstanceOf(DatabaseBusyError);
        await transaction.execute(insert, [2, 1]);
      });
      expect(await idsIn(fixture.here)).toEqual([2]);
    },
  },
  {
    name: 'a writer that waits does not keep its own process from reading, and gets the lock in the end',
    async run(fixture) {
      await createTable(fixture);
      for (const [holder, waiter] of [
        [fixture.there, fixture.here],
        [fixture.here, fixture.there],
      ] as const) {
        const lock = await holdLock(holder);
        const waiting = waiter.execute('INSERT INTO contract_rows (n) VALUES (1)');
        for (let reads = 0; reads < 20; reads += 1) await waiter.query('SELECT COUNT(*) AS n FROM contract_rows');
        await lock.release();
        expect(await waiting).toBe(1);
      }
    },
  },
  {
    name: 'a writer that waits for too long says so, and the database works on',
    async run(fixture) {
      await createTable(fixture);
      const lock = await holdLock(fixture.there);
      await expect(fixture.impatient.execute(insert, [1, 1])).rejects.toBeInstanceOf(DatabaseBusyError);
      await lock.release();
      expect(await fixture.impatient.execute(insert, [1, 1])).toBe(1);
    },
  },
  {
    name: 'a bulk writer that never pauses does not starve another',
    async run(fixture) {
      await createTable(fixture);
      let bulk = 0;
      let done = false;
      const rows = Array.from({ length: 1_000 }, () => [1]);
      const writing = (async () => {
        for (; !done; bulk += 1) await fixture.here.executeMany('INSERT INTO contract_rows (n) VALUES (?)', rows);
      })();
      try {
        for (let writes = 0; writes < 10; writes += 1) {
          await fixture.there.execute('UPDATE contract_rows SET n = 2 WHERE id = 1');
        }
      } finally {
        done = true;
        await writing;
      }
      expect(bulk).toBeGreaterThan(0);
    },
  },
];

/** Values, signals and the end. */
const rest: readonly ContractCase<SqlDatabaseFixture>[] = [
  {
    name: 'values come back as they went in: large integers, text beyond ASCII, bytes, NULL',
    async run(fixture) {
      await createTable(fixture);
      const values = [1, 9007199254740993n, 'Zürich ✈ \u{1F600}', new Uint8Array([0, 255]), 2, -5, null, null] as const;
      await fixture.there.execute('INSERT INTO contract_rows (id, n, t, b) VALUES (?, ?, ?, ?), (?, ?, ?, ?)', values);
      const rows = await fixture.here.query<{ b: Uint8Array | null }>(
        'SELECT id, n, t, b FROM contract_rows ORDER BY id',
      );
      expect(rows.map((row) => ({ ...row, b: row.b === null ? null : [...row.b] }))).toEqual([
        { id: 1, n: 9007199254740993n, t: 'Zürich ✈ \u{1F600}', b: [0, 255] },
        { id: 2, n: -5, t: null, b: null },
      ]);
    },
  },
  {
    name: 'writing statements answer how many rows they changed',
    async run(fixture) {
      await createTable(fixture);
      expect(
        await fixture.there.executeMany(insert, [
          [1, 1],
          [2, 2],
          [3, 2],
        ]),
      ).toEqual([1, 1, 1]);
      const update = 'UPDATE contract_rows SET t = ? WHERE n = ?';
      expect(
        await fixture.here.executeMany(update, [
          ['x', 2],
          ['x', 9],
        ]),
      ).toEqual([2, 0]);
      expect(await fixture.there.execute('DELETE FROM contract_rows WHERE n >= ?', [2])).toBe(2);
    },
  },
  {
    name: 'listeners hear of commits of every handle, until they stop',
    async run(fixture) {
      await createTable(fixture);
      for (const [listening, writing] of [
        [fixture.here, fixture.there],
        [fixture.there, fixture.here],
      ] as const) {
        const heard = createGate();
        const stop = listening.onCommit(heard.open);
        await writing.execute('INSERT INTO contract_rows (n) VALUES (1)');
        await heard.opened;
        stop();
      }
    },
  },
  {
    name: 'closing waits for the open transaction; later calls throw',
    async run(fixture) {
      await createTable(fixture);
      const begun = createGate();
      const writing = fixture.there.transaction(async (transaction) => {
        begun.open();
        for (let id = 1; id <= 20; id += 1) await transaction.execute(insert, [id, 1]);
      });
      await begun.opened;
      await fixture.there.close();
      await writing;
      await expect(fixture.there.query('SELECT id FROM contract_rows')).rejects.toThrow('closed');
      await expect(fixture.there.execute(insert, [99, 1])).rejects.toThrow('closed');
      expect((await idsIn(fixture.here)).length).toBe(20);
    },
  },
];

/** Every promise of the port `SqlDatabase`. */
export const sqlDatabaseContract = [...outcomes, ...isolation, ...rest];
