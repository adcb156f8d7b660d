import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import type { DueWork } from '../../ports/due-work.ts';
import { toText } from './instants.ts';

/** A payment that is under way decides over its booking; time does not. */
const noPaymentUnderWay = `NOT EXISTS
  (SELECT 1 FROM payment WHERE payment.booking_id = booking.id AND payment.pending_step IS NOT NULL)`;

const expiredHolds = `SELECT id FROM booking WHERE state = 'HELD' AND hold_expires_at <= ? AND ${noPaymentUnderWay}
  ORDER BY hold_expires_at LIMIT ?`;
const lapsedRequests = `SELECT id FROM booking WHERE state = 'PENDING_APPROVAL' AND answer_by <= ? AND ${noPaymentUnderWay}
  ORDER BY answer_by LIMIT ?`;
const finishedTrips = `SELECT id FROM booking WHERE state = 'CONFIRMED' AND ends_at <= ? ORDER BY ends_at LIMIT ?`;
const openPayments = 'SELECT id FROM payment WHERE step_due_at <= ? ORDER BY step_due_at LIMIT ?';
const openRefunds = `SELECT id FROM refund WHERE state = 'PENDING' AND due_at <= ? ORDER BY due_at LIMIT ?`;

/** Due work over the tables of `prisma/migrations`, each by an index. */
export function createSqlDueWork(sql: SqlExecutor): DueWork {
  const idsOf = (statement: string) => async (atInMs: number, limit: number) => {
    const rows = await sql.query<{ id: string }>(statement, [toText(atInMs), limit]);
    return rows.map((row) => row.id);
  };
  return {
    expiredHolds: idsOf(expiredHolds),
    lapsedRequests: idsOf(lapsedRequests),
    finishedTrips: idsOf(finishedTrips),
    openPayments: idsOf(openPayments),
    openRefunds: idsOf(openRefunds),
  };
}
