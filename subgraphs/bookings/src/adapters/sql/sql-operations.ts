import type { Ids } from '@meridian/platform/ids/ids';
import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import { requireMoved } from '@meridian/platform/transactions/stale-row';
import { refuse } from '../../domain/failures.ts';
import type { Answer, Operation, OperationStart, Operations } from '../../ports/operations.ts';
import { fromText, toText } from './instants.ts';

type OperationRow = Readonly<{
  id: string;
  inputHash: string;
  leaseUntil: string;
  reference: string | null;
  answer: string | null;
}>;

const select = `SELECT id, input_hash AS "inputHash", lease_until AS "leaseUntil", reference, answer
  FROM operation WHERE caller = ? AND name = ? AND idempotency_key = ?`;
const insert = `INSERT INTO operation (id, caller, name, idempotency_key, input_hash, lease_until, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;

type Deps = Readonly<{ ids: Ids; clock: Clock }>;

async function claim(
  sql: SqlExecutor,
  operation: Operation,
  deps: Deps & Readonly<{ leaseUntil: string }>,
): Promise<string> {
  const id = deps.ids.next('opn');
  const { caller, name, key, inputHash } = operation;
  await sql.execute(insert, [id, caller, name, key, inputHash, deps.leaseUntil, toText(deps.clock.now())]);
  return id;
}

async function takeOver(sql: SqlExecutor, row: OperationRow, leaseUntil: string): Promise<void> {
  const affected = await sql.execute('UPDATE operation SET lease_until = ? WHERE id = ? AND lease_until = ?', [
    leaseUntil,
    row.id,
    row.leaseUntil,
  ]);
  requireMoved(affected, `Operation ${row.id} was taken over by someone else.`);
}

const createStart =
  (sql: SqlExecutor, deps: Deps): Operations['start'] =>
  async <A extends Answer>(operation: Operation, leaseInMs: number): Promise<OperationStart<A>> => {
    const leaseUntil = toText(deps.clock.now() + leaseInMs);
    const [row] = await sql.query<OperationRow>(select, [operation.caller, operation.name, operation.key]);
    if (!row) return { status: 'FRESH', id: await claim(sql, operation, { ...deps, leaseUntil }) };
    if (row.inputHash !== operation.inputHash) {
      return { status: 'REFUSED', refusal: refuse({ code: 'IDEMPOTENCY_KEY_REUSED' }) };
    }
    if (row.answer !== null) return { status: 'ANSWERED', answer: JSON.parse(row.answer) as A };
    if (fromText(row.leaseUntil) > deps.clock.now()) {
      return { status: 'REFUSED', refusal: refuse({ code: 'IDEMPOTENCY_IN_PROGRESS' }) };
    }
    await takeOver(sql, row, leaseUntil);
    return row.reference === null
      ? { status: 'FRESH', id: row.id }
      : { status: 'RESUMED', id: row.id, reference: row.reference };
  };

const freeKey = 'DELETE FROM operation WHERE id = ? AND answer IS NULL';
const keepAnswer = `UPDATE operation SET answer = ? WHERE id = ? AND answer IS NULL
  AND NOT EXISTS (SELECT 1 FROM forgotten_user WHERE user_id = operation.caller)`;

/** Idempotency records over the table of `prisma/migrations`. */
export const createSqlOperations = (sql: SqlExecutor, deps: Deps): Operations => ({
  start: createStart(sql, deps),
  async refer(id, reference) {
    await sql.execute('UPDATE operation SET reference = ? WHERE id = ?', [reference, id]);
  },
  async answer(id, answer) {
    const kept = await sql.execute(keepAnswer, [JSON.stringify(answer), id]);
    if (kept === 0) await sql.execute(freeKey, [id]);
  },
  async free(id) {
    await sql.execute(freeKey, [id]);
  },
  async endLease(id) {
    await sql.execute('UPDATE operation SET lease_until = ? WHERE id = ? AND answer IS NULL', [
      toText(deps.clock.now()),
      id,
    ]);
  },
  purge: (beforeInMs) =>
    sql.execute('DELETE FROM operation WHERE created_at < ? AND answer IS NOT NULL', [toText(beforeInMs)]),
  async forgetCaller(caller) {
    await sql.execute('DELETE FROM operation WHERE caller = ? AND answer IS NOT NULL', [caller]);
  },
});
