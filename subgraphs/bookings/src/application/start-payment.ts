import type { Payment } from '../domain/payment.ts';
import type { BookingTransaction } from '../ports/booking-store.ts';
import { LEASE_IN_MS } from './time-limits.ts';

/**
 * Commits the intent to ask the provider: from here on the payment is under way, its booking does not expire, and whoever finds
 * the step due may finish it.
 */
export async function startPayment(
  tx: BookingTransaction,
  payment: Payment,
  operation: Readonly<{ id: string; atInMs: number }>,
): Promise<Payment> {
  const next: Payment = {
    ...payment,
    pendingStep: 'AUTHORISE',
    stepDueAtInMs: operation.atInMs + LEASE_IN_MS,
    operationId: operation.id,
    updatedAtInMs: operation.atInMs,
  };
  await tx.payments.move(payment, next);
  await tx.operations.refer(operation.id, payment.id);
  return next;
}
