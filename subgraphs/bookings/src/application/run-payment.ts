import type { Clock } from '@meridian/platform/time/clock';
import type { Booking } from '../domain/booking.ts';
import type { BookingFailure, Refusal } from '../domain/failures.ts';
import type { BookingStore, BookingTransaction } from '../ports/booking-store.ts';
import type { KeyRefusal, Operation } from '../ports/operations.ts';
import { type Paid, type PaymentFailure, paymentAnswer } from './payment-outcome.ts';
import type { SettlePayment } from './settle-payment.ts';
import { LEASE_IN_MS } from './time-limits.ts';

type Booked = Readonly<{ ok: true; booking: Booking }>;

/** The first transaction of a payment: what is to be settled, or what was answered before. */
type Begun = Readonly<{ ok: true; paid: Paid }> | Readonly<{ ok: true; answer: Booked }>;

/** An operation that pays: its key, the provider's token of the card, and how it begins. */
export type PaymentRun<F extends BookingFailure> = Readonly<{
  operation: Operation;
  token: string;
  /** Writes the intent, within the transaction that claims the key. */
  begin: (tx: BookingTransaction, operationId: string) => Promise<(Paid & Readonly<{ ok: true }>) | Refusal<F>>;
}>;

async function resume(tx: BookingTransaction, paymentId: string): Promise<Paid> {
  const payment = await tx.payments.find(paymentId);
  const booking = payment && (await tx.bookings.find(payment.bookingId));
  if (!booking) throw new Error(`Payment ${paymentId} of an open operation has vanished.`);
  return { booking, payment };
}

/**
 * Runs an operation that pays: claims the key and commits the intent, calls the provider outside of any transaction, and commits
 * the result, which ends the operation. A crash in between leaves the operation open; the same request goes on with the same
 * payment once the lease is over, so that nobody is charged twice.
 */
export const createRunPayment =
  (deps: Readonly<{ store: BookingStore; settlePayment: SettlePayment; clock: Clock }>) =>
  async <F extends BookingFailure>(run: PaymentRun<F>): Promise<Booked | Refusal<F | PaymentFailure> | KeyRefusal> => {
    const begun = await deps.store.transaction(async (tx): Promise<Begun | Refusal<F> | KeyRefusal> => {
      const start = await tx.operations.start<Booked>(run.operation, LEASE_IN_MS);
      if (start.status === 'REFUSED') return start.refusal;
      if (start.status === 'ANSWERED') return { ok: true, answer: start.answer };
      if (start.status === 'RESUMED') return { ok: true, paid: await resume(tx, start.reference) };
      const intent = await run.begin(tx, start.id);
      return intent.ok ? { ok: true, paid: { booking: intent.booking, payment: intent.payment } } : intent;
    });
    if (!begun.ok) return begun;
    if ('answer' in begun) return begun.answer;
    const paid = await deps.settlePayment(begun.paid, run.token);
    return paymentAnswer(paid, deps.clock.now());
  };

/** {@link createRunPayment}, as other use cases get it. */
export type RunPayment = ReturnType<typeof createRunPayment>;
