import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';
import type { Payment } from '../domain/payment.ts';
import type { BookingStore, BookingTransaction } from '../ports/booking-store.ts';
import type { DueWork } from '../ports/due-work.ts';
import { createDealWithEach } from './deal-with-each.ts';
import type { Paid } from './payment-outcome.ts';
import type { SettlePayment } from './settle-payment.ts';
import type { SettleRefund } from './settle-refund.ts';
import { LEASE_IN_MS } from './time-limits.ts';

type Deps = Readonly<{
  store: BookingStore;
  due: Pick<DueWork, 'openPayments' | 'openRefunds'>;
  clock: Clock;
  logger: Logger;
  settlePayment: SettlePayment;
  settleRefund: SettleRefund;
}>;

/** A provider that takes its time for one payment must not keep the others waiting. */
const sideBySide = 8;

const isDue = (instantInMs: number | null, atInMs: number): boolean => instantInMs !== null && instantInMs <= atInMs;

/** Takes a due step over, for as long as a lease: another replica that found it too will find it leased. */
async function takeOver(tx: BookingTransaction, paymentId: string, atInMs: number): Promise<Paid | undefined> {
  const payment = await tx.payments.find(paymentId);
  if (!payment || payment.pendingStep === null || !isDue(payment.stepDueAtInMs, atInMs)) return undefined;
  const booking = await tx.bookings.find(payment.bookingId);
  if (!booking) return undefined;
  const leased: Payment = { ...payment, stepDueAtInMs: atInMs + LEASE_IN_MS };
  await tx.payments.move(payment, leased);
  return { booking, payment: leased };
}

async function takeOverRefund(tx: BookingTransaction, refundId: string, atInMs: number) {
  const refund = await tx.payments.findRefund(refundId);
  if (refund?.state !== 'PENDING' || refund.dueAtInMs > atInMs) return undefined;
  const leased = { ...refund, dueAtInMs: atInMs + LEASE_IN_MS };
  await tx.payments.moveRefund('PENDING', leased);
  return leased;
}

/**
 * Carries on what needs the payment provider: steps and refunds that a crash or a silent provider left open, and authorisations of
 * bookings that have lapsed. Any number of replicas may do it; each thing happens once. Returns how many things were found.
 */
export function createSettleDue(deps: Deps): () => Promise<number> {
  const { store, due, clock, settlePayment, settleRefund } = deps;
  const each = createDealWithEach({ ...deps, width: sideBySide });
  const carryOn = async (id: string) => {
    const paid = await store.transaction((tx) => takeOver(tx, id, clock.now()));
    if (paid) await settlePayment(paid);
  };
  const payBack = async (id: string) => {
    const refund = await store.transaction((tx) => takeOverRefund(tx, id, clock.now()));
    if (refund) await settleRefund(refund);
  };
  return async () => {
    const payments = await each((...at) => due.openPayments(...at), carryOn);
    return payments + (await each((...at) => due.openRefunds(...at), payBack));
  };
}
