import type { SqlExecutor, SqlValue } from '@meridian/platform/sql/sql-database';
import { requireMoved } from '@meridian/platform/transactions/stale-row';
import type { Payment } from '../../domain/payment.ts';
import type { Refund } from '../../domain/refund.ts';
import type { PaymentRecords } from '../../ports/records.ts';
import { toText, toTextOrNull } from './instants.ts';
import { type PaymentRow, type RefundRow, toPayment, toRefund } from './rows.ts';
import { inserting, selected, valuesOf } from './statement.ts';

const paymentColumns = {
  id: 'id',
  bookingId: 'booking_id',
  userId: 'user_id',
  attempt: 'attempt',
  state: 'state',
  currency: 'currency',
  amountMinor: 'amount_minor',
  refundedMinor: 'refunded_minor',
  cardBrand: 'card_brand',
  cardLast4: 'card_last4',
  failureReason: 'failure_reason',
  endsBooking: 'ends_booking',
  pendingStep: 'pending_step',
  stepDueAt: 'step_due_at',
  operationId: 'operation_id',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const;

const refundColumns = {
  id: 'id',
  bookingId: 'booking_id',
  paymentId: 'payment_id',
  state: 'state',
  currency: 'currency',
  amountMinor: 'amount_minor',
  dueAt: 'due_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const;

const paymentValues = (payment: Payment): SqlValue[] =>
  valuesOf(paymentColumns, {
    ...payment,
    endsBooking: payment.endsBooking ? 1 : 0,
    stepDueAt: toTextOrNull(payment.stepDueAtInMs),
    createdAt: toText(payment.createdAtInMs),
    updatedAt: toText(payment.updatedAtInMs),
  });

const refundValues = (refund: Refund): SqlValue[] =>
  valuesOf(refundColumns, {
    ...refund,
    dueAt: toText(refund.dueAtInMs),
    createdAt: toText(refund.createdAtInMs),
    updatedAt: toText(refund.updatedAtInMs),
  });

/** What may change of a payment, behind everything that the decision rested on. */
const movePayment = `UPDATE payment SET state = ?, refunded_minor = ?, card_brand = ?, card_last4 = ?, failure_reason = ?,
  ends_booking = ?, pending_step = ?, step_due_at = ?, operation_id = ?, version = ?, updated_at = ?
  WHERE id = ? AND state = ? AND version = ? AND COALESCE(pending_step, '') = ? AND COALESCE(step_due_at, '') = ?`;

async function move(sql: SqlExecutor, from: Payment, next: Payment): Promise<void> {
  const affected = await sql.execute(movePayment, [
    next.state,
    next.refundedMinor,
    next.cardBrand,
    next.cardLast4,
    next.failureReason,
    next.endsBooking ? 1 : 0,
    next.pendingStep,
    toTextOrNull(next.stepDueAtInMs),
    next.operationId,
    next.version,
    toText(next.updatedAtInMs),
    next.id,
    from.state,
    from.version,
    from.pendingStep ?? '',
    toTextOrNull(from.stepDueAtInMs) ?? '',
  ]);
  requireMoved(affected, `Payment ${next.id} is no longer ${from.state} at ${from.version}.`);
}

/** Payments and refunds over the tables of `prisma/migrations`. */
export const createSqlPayments = (sql: SqlExecutor): PaymentRecords => {
  const select = `SELECT ${selected(paymentColumns)} FROM payment`;
  return {
    async find(id) {
      const [row] = await sql.query<PaymentRow>(`${select} WHERE id = ?`, [id]);
      return row && toPayment(row);
    },
    async latestOf(bookingId) {
      const [row] = await sql.query<PaymentRow>(`${select} WHERE booking_id = ? ORDER BY attempt DESC LIMIT 1`, [
        bookingId,
      ]);
      if (!row) throw new Error(`Booking ${bookingId} has no payment.`);
      return toPayment(row);
    },
    async insert(payment) {
      await sql.execute(inserting('payment', paymentColumns), paymentValues(payment));
    },
    move: (from, next) => move(sql, from, next),
    async insertRefund(refund) {
      await sql.execute(inserting('refund', refundColumns), refundValues(refund));
    },
    async findRefund(id) {
      const [row] = await sql.query<RefundRow>(`SELECT ${selected(refundColumns)} FROM refund WHERE id = ?`, [id]);
      return row && toRefund(row);
    },
    async moveRefund(from, next) {
      const affected = await sql.execute(
        'UPDATE refund SET state = ?, due_at = ?, updated_at = ? WHERE id = ? AND state = ?',
        [next.state, toText(next.dueAtInMs), toText(next.updatedAtInMs), next.id, from],
      );
      requireMoved(affected, `Refund ${next.id} is no longer ${from}.`);
    },
  };
};
