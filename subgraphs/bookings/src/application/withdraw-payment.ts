import type { Payment } from '../domain/payment.ts';
import { movePayment } from '../domain/payment-machine.ts';
import { announcePayment } from '../events/published.ts';
import type { BookingTransaction } from '../ports/booking-store.ts';

/**
 * Takes a payment back that was not captured. What was only intended ends here; what the provider has authorised is marked to be
 * voided, and the caller settles it after the commit (or the sweeper does).
 */
export async function withdrawPayment(tx: BookingTransaction, payment: Payment, atInMs: number): Promise<Payment> {
  if (payment.state === 'REQUIRES_PAYMENT') {
    const told = announcePayment(movePayment(payment, 'VOIDED', atInMs), 'voided');
    await tx.payments.move(payment, told.subject);
    await tx.announce(told.announcements);
    return told.subject;
  }
  if (payment.state !== 'AUTHORISED') return payment;
  const next: Payment = { ...payment, pendingStep: 'VOID', stepDueAtInMs: atInMs, updatedAtInMs: atInMs };
  await tx.payments.move(payment, next);
  return next;
}
