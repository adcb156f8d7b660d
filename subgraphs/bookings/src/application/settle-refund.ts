import { refundPosting } from '../domain/ledger.ts';
import { afterRefund } from '../domain/payment-machine.ts';
import { RETRY_REFUND_AFTER_IN_MS, type Refund } from '../domain/refund.ts';
import { announcePayment } from '../events/published.ts';
import type { BookingTransaction } from '../ports/booking-store.ts';
import type { SettlementDeps } from './settle-payment.ts';

async function isPaid(deps: SettlementDeps, refund: Refund): Promise<boolean> {
  try {
    await deps.provider.refund({ key: refund.id, paymentKey: refund.paymentId, amountMinor: refund.amountMinor });
    return true;
  } catch (error) {
    deps.logger.warn(
      { error, refundId: refund.id },
      'the payment provider did not confirm a refund; it is asked again',
    );
    return false;
  }
}

/** Puts the provider's answer into the books. A refund that someone else has settled meanwhile is left alone. */
async function settle(
  tx: BookingTransaction,
  asked: Refund,
  answer: Readonly<{ paid: boolean; atInMs: number }>,
): Promise<void> {
  const { paid, atInMs } = answer;
  const refund = await tx.payments.findRefund(asked.id);
  if (refund?.state !== 'PENDING') return;
  if (!paid) {
    const dueAtInMs = atInMs + RETRY_REFUND_AFTER_IN_MS;
    return tx.payments.moveRefund('PENDING', { ...refund, dueAtInMs, updatedAtInMs: atInMs });
  }
  const payment = await tx.payments.find(refund.paymentId);
  const booking = await tx.bookings.find(refund.bookingId);
  if (!payment || !booking) throw new Error(`Refund ${refund.id} has lost its payment.`);
  const told = announcePayment(afterRefund(payment, refund.amountMinor, atInMs), 'refunded');
  await tx.payments.moveRefund('PENDING', { ...refund, state: 'SUCCEEDED', updatedAtInMs: atInMs });
  await tx.payments.move(payment, told.subject);
  await tx.ledger.post(refundPosting(booking, refund.amountMinor));
  await tx.announce(told.announcements);
}

/** Pays a refund back, by its id as idempotency key, and books it. Without an answer it stays due. */
export const createSettleRefund =
  (deps: SettlementDeps) =>
  async (refund: Refund): Promise<void> => {
    const paid = await isPaid(deps, refund);
    await deps.store.transaction(async (tx) => {
      await settle(tx, refund, { paid, atInMs: deps.clock.now() });
      return { ok: true };
    });
  };

/** {@link createSettleRefund}, as other use cases get it. */
export type SettleRefund = ReturnType<typeof createSettleRefund>;
