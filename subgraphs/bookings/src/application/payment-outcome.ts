import type { Ids } from '@meridian/platform/ids/ids';
import { ownersToAsk, TIME_TO_ANSWER_IN_MS } from '../domain/approval.ts';
import { type Booking, isInstant, startOf } from '../domain/booking.ts';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import { chargePosting } from '../domain/ledger.ts';
import { MAX_ATTEMPTS, type Payment, type PaymentOutcome } from '../domain/payment.ts';
import { afterOutcome } from '../domain/payment-machine.ts';
import { announcePayment, type PaymentEvent } from '../events/published.ts';
import type { BookingTransaction } from '../ports/booking-store.ts';
import { mustCarryOut } from './carry-out.ts';
import { LEASE_IN_MS } from './time-limits.ts';

/** A booking and its payment as they stand after a step. */
export type Paid = Readonly<{ booking: Booking; payment: Payment }>;

/** Why a payment brings no booking: the card was declined, or nobody knows yet. */
export type PaymentFailure = FailureOf<'PAYMENT_DECLINED' | 'PAYMENT_UNKNOWN'>;

/** What whoever pays is told. Another card may be tried only while the hold lasts. */
export function paymentAnswer(
  { booking, payment }: Paid,
  atInMs: number,
): Readonly<{ ok: true; booking: Booking }> | Refusal<PaymentFailure> {
  if (payment.pendingStep !== null) return refuse({ code: 'PAYMENT_UNKNOWN', bookingId: booking.id });
  if (payment.state !== 'FAILED' && payment.state !== 'VOIDED') return { ok: true, booking };
  return refuse({
    code: 'PAYMENT_DECLINED',
    bookingId: booking.id,
    reason: payment.failureReason ?? 'withdrawn',
    canRetry: booking.state === 'HELD' && atInMs < booking.holdExpiresAtInMs,
  });
}

type Context = Readonly<{ tx: BookingTransaction; ids: Ids; atInMs: number }>;

const requestsFor = (booking: Booking, answerByInMs: number, { ids, atInMs }: Context) =>
  ownersToAsk(booking).map((ownerId) => ({
    id: ids.next('req'),
    bookingId: booking.id,
    ownerId,
    state: 'PENDING' as const,
    createdAtInMs: atInMs,
    answerByInMs,
    answeredAtInMs: null,
  }));

/** The owner has a day, but never longer than until the trip begins. */
async function askOwners(booking: Booking, context: Context): Promise<Booking> {
  const { tx, atInMs } = context;
  const answerByInMs = Math.min(atInMs + TIME_TO_ANSWER_IN_MS, startOf(booking));
  await tx.requests.insert(requestsFor(booking, answerByInMs, context));
  return mustCarryOut(tx, booking, { command: 'REQUEST_APPROVAL', atInMs, amend: { answerByInMs } });
}

async function afterAuthorised(booking: Booking, payment: Payment, context: Context): Promise<Paid> {
  const next = (pendingStep: 'CAPTURE' | 'VOID'): Payment => ({
    ...payment,
    pendingStep,
    stepDueAtInMs: context.atInMs + LEASE_IN_MS,
  });
  // Whoever ended the booking meanwhile did so without this payment: it must not be charged.
  if (booking.state !== 'HELD') return { booking, payment: next('VOID') };
  if (isInstant(booking)) return { booking, payment: next('CAPTURE') };
  return { booking: await askOwners(booking, context), payment };
}

async function afterCaptured(booking: Booking, payment: Payment, { tx, atInMs }: Context): Promise<Paid> {
  const confirmed = await mustCarryOut(tx, booking, { command: 'CONFIRM', atInMs, amend: { answerByInMs: null } });
  await tx.ledger.post(chargePosting(confirmed));
  await tx.ledger.issueInvoice(confirmed.id);
  return { booking: confirmed, payment };
}

/** Another card may be tried while the hold lasts, a few times. A capture that fails ends the booking. */
async function afterDeclined(before: Paid, payment: Payment, { tx, atInMs }: Context): Promise<Paid> {
  const { booking } = before;
  const isOver = payment.endsBooking || payment.attempt >= MAX_ATTEMPTS || before.payment.pendingStep === 'CAPTURE';
  const canFail = booking.state === 'HELD' || booking.state === 'PENDING_APPROVAL';
  if (!isOver || !canFail) return { booking, payment };
  const failed = await mustCarryOut(tx, booking, { command: 'FAIL', atInMs, amend: { answerByInMs: null } });
  return { booking: failed, payment };
}

const eventOf: Readonly<Record<Exclude<PaymentOutcome['kind'], 'NO_ANSWER'>, PaymentEvent>> = {
  AUTHORISED: 'authorised',
  CAPTURED: 'captured',
  VOIDED: 'voided',
  DECLINED: 'failed',
};

async function consequences(before: Paid, outcome: PaymentOutcome, context: Context): Promise<Paid> {
  const next = afterOutcome(before.payment, outcome, context.atInMs);
  switch (outcome.kind) {
    case 'AUTHORISED':
      return afterAuthorised(before.booking, next, context);
    case 'CAPTURED':
      return afterCaptured(before.booking, next, context);
    case 'DECLINED':
      return afterDeclined(before, next, context);
    default:
      return { booking: before.booking, payment: next };
  }
}

/** Ends the idempotent operation that waited, in the same transaction; one that still waits may be asked for again at once. */
async function conclude(paid: Paid, { tx, atInMs }: Context): Promise<void> {
  const { operationId, pendingStep, state } = paid.payment;
  if (operationId === null) return;
  if (state === 'UNKNOWN') return tx.operations.endLease(operationId);
  if (pendingStep !== null) return;
  const answer = paymentAnswer(paid, atInMs);
  await (answer.ok ? tx.operations.answer(operationId, answer) : tx.operations.free(operationId));
}

/**
 * Commits what the provider said about a payment's pending step: payment, booking, stock, ledger, invoice, idempotency record and
 * events together. When someone else has carried the payment on meanwhile, nothing changes and their result is answered.
 */
export async function applyOutcome(asked: Payment, outcome: PaymentOutcome, context: Context): Promise<Paid> {
  const { tx } = context;
  const payment = await tx.payments.find(asked.id);
  const booking = await tx.bookings.find(asked.bookingId);
  if (!payment || !booking) throw new Error(`Payment ${asked.id} has vanished.`);
  const isStale = payment.version !== asked.version || payment.pendingStep !== asked.pendingStep;
  if (isStale) return { booking, payment };
  const after = await consequences({ booking, payment }, outcome, context);
  const told =
    outcome.kind === 'NO_ANSWER'
      ? { subject: after.payment, announcements: [] }
      : announcePayment(after.payment, eventOf[outcome.kind]);
  await tx.payments.move(payment, told.subject);
  await tx.announce(told.announcements);
  const paid = { booking: after.booking, payment: told.subject };
  await conclude(paid, context);
  return paid;
}
