import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';
import type { Booking } from '../domain/booking.ts';
import type { Payment } from '../domain/payment.ts';
import type { BookingStore, BookingTransaction } from '../ports/booking-store.ts';
import type { DueWork } from '../ports/due-work.ts';
import { mustCarryOut } from './carry-out.ts';
import { closeRequests } from './close-requests.ts';
import type { Paid } from './payment-outcome.ts';
import type { SettlePayment } from './settle-payment.ts';
import type { SettleRefund } from './settle-refund.ts';
import { LEASE_IN_MS } from './time-limits.ts';
import { withdrawPayment } from './withdraw-payment.ts';

type Deps = Readonly<{
  store: BookingStore;
  due: DueWork;
  clock: Clock;
  logger: Logger;
  settlePayment: SettlePayment;
  settleRefund: SettleRefund;
}>;

/** How many things of each sort one sweep does; the next one goes on. */
const BATCH = 100;

type Due = Readonly<{ booking: Booking; payment: Payment }>;

/** Reads a due booking again inside the transaction; undefined when it is no longer what time decides about. */
async function findDue(
  tx: BookingTransaction,
  id: string,
  isDue: (booking: Booking) => boolean,
): Promise<Due | undefined> {
  const booking = await tx.bookings.find(id);
  if (!booking || !isDue(booking)) return undefined;
  const payment = await tx.payments.latestOf(id);
  return payment.pendingStep === null ? { booking, payment } : undefined;
}

const isOver = (instantInMs: number | null, atInMs: number): boolean => instantInMs !== null && instantInMs <= atInMs;

async function expire(tx: BookingTransaction, id: string, atInMs: number): Promise<Paid | undefined> {
  const due = await findDue(
    tx,
    id,
    (booking) =>
      (booking.state === 'HELD' && isOver(booking.holdExpiresAtInMs, atInMs)) ||
      (booking.state === 'PENDING_APPROVAL' && isOver(booking.answerByInMs, atInMs)),
  );
  if (!due) return undefined;
  await closeRequests(tx, id, { state: 'EXPIRED', atInMs });
  const booking = await mustCarryOut(tx, due.booking, { command: 'EXPIRE', atInMs, amend: { answerByInMs: null } });
  return { booking, payment: await withdrawPayment(tx, due.payment, atInMs) };
}

async function complete(tx: BookingTransaction, id: string, atInMs: number): Promise<void> {
  const booking = await tx.bookings.find(id);
  const endsAtInMs = Math.max(...(booking?.items ?? []).map((item) => item.endsAtInMs));
  if (booking?.state !== 'CONFIRMED' || endsAtInMs > atInMs) return;
  await mustCarryOut(tx, booking, { command: 'COMPLETE', atInMs });
}

/** Takes a due step over, for as long as a lease: another replica that found it too will find it leased. */
async function takeOver(tx: BookingTransaction, paymentId: string, atInMs: number): Promise<Paid | undefined> {
  const payment = await tx.payments.find(paymentId);
  if (!payment || payment.pendingStep === null || !isOver(payment.stepDueAtInMs, atInMs)) return undefined;
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

/** One item's trouble must not keep the others waiting. */
const createEach =
  (logger: Logger) =>
  async (ids: readonly string[], act: (id: string) => Promise<unknown>): Promise<number> => {
    for (const id of ids) {
      try {
        await act(id);
      } catch (error) {
        logger.error({ error, id }, 'a due item could not be dealt with; the next sweep tries again');
      }
    }
    return ids.length;
  };

/**
 * Does what time has made due: holds and requests lapse, trips end, payments and refunds that a crash or a silent provider left
 * open are carried on. Any number of replicas may sweep; each thing happens once. Returns how many things were found.
 */
export function createSweep(deps: Deps): () => Promise<number> {
  const { store, due, clock, settlePayment, settleRefund } = deps;
  const each = createEach(deps.logger);
  const lapse = async (id: string) => {
    const paid = await store.transaction((tx) => expire(tx, id, clock.now()));
    if (paid?.payment.pendingStep) await settlePayment(paid);
  };
  const carryOn = async (id: string) => {
    const paid = await store.transaction((tx) => takeOver(tx, id, clock.now()));
    if (paid) await settlePayment(paid);
  };
  const payBack = async (id: string) => {
    const refund = await store.transaction((tx) => takeOverRefund(tx, id, clock.now()));
    if (refund) await settleRefund(refund);
  };
  return async () => {
    const now = clock.now();
    const counts = [
      await each(await due.openPayments(now, BATCH), carryOn),
      await each(await due.openRefunds(now, BATCH), payBack),
      await each(await due.expiredHolds(now, BATCH), lapse),
      await each(await due.lapsedRequests(now, BATCH), lapse),
      await each(await due.finishedTrips(now, BATCH), (id) => store.transaction((tx) => complete(tx, id, clock.now()))),
    ];
    return counts.reduce((total, count) => total + count, 0);
  };
}
