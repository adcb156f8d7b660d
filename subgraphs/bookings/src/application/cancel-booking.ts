import type { Principal } from '@meridian/platform/identity/principal';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { Booking } from '../domain/booking.ts';
import type { CancellationQuote } from '../domain/cancellation.ts';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import { cancellationPosting } from '../domain/ledger.ts';
import type { Payment } from '../domain/payment.ts';
import type { Refund } from '../domain/refund.ts';
import type { BookingStore, BookingTransaction } from '../ports/booking-store.ts';
import { ownBooking, userOf } from './caller.ts';
import { mustCarryOut } from './carry-out.ts';
import { closeRequests } from './close-requests.ts';
import { operationOf, type Ran, runOnce } from './operation.ts';
import type { Paid } from './payment-outcome.ts';
import type { SettlePayment } from './settle-payment.ts';
import type { SettleRefund } from './settle-refund.ts';
import { LEASE_IN_MS } from './time-limits.ts';
import { keyOnlyProblems } from './validate-input.ts';
import { withdrawPayment } from './withdraw-payment.ts';

/** Which booking to cancel, by the quote that its traveler agreed to. */
export type CancelBookingRequest = Readonly<{
  principal: Principal;
  bookingId: string;
  cancellationQuoteId: string;
  idempotencyKey: string;
}>;

type Deps = Readonly<{
  store: BookingStore;
  clock: Clock;
  ids: Ids;
  settlePayment: SettlePayment;
  settleRefund: SettleRefund;
}>;
type Failure = FailureOf<'NOT_FOUND' | 'BOOKING_STATE_CONFLICT' | 'CANCELLATION_QUOTE_EXPIRED' | 'PAYMENT_UNKNOWN'>;

const holds = (quote: CancellationQuote | undefined, booking: Booking, atInMs: number): quote is CancellationQuote =>
  quote !== undefined &&
  quote.bookingId === booking.id &&
  quote.bookingVersion === booking.version &&
  atInMs < quote.expiresAtInMs;

const refundFor = (payment: Payment, amountMinor: number, deps: Deps): Refund => {
  const now = deps.clock.now();
  return {
    id: deps.ids.next('rfd'),
    bookingId: payment.bookingId,
    paymentId: payment.id,
    state: 'PENDING',
    currency: payment.currency,
    amountMinor,
    dueAtInMs: now + LEASE_IN_MS,
    createdAtInMs: now,
    updatedAtInMs: now,
  };
};

/** What the provider is to be asked for once the cancellation stands. */
type Due = Readonly<{ refund: Refund }> | Readonly<{ paid: Paid }>;

/** What follows for the money: a charge is refunded as quoted, an authorisation is given back. */
async function giveBack(
  tx: BookingTransaction,
  cancelled: Readonly<{ booking: Booking; payment: Payment; quote: CancellationQuote }>,
  deps: Deps,
): Promise<Due | undefined> {
  const { booking, payment, quote } = cancelled;
  if (payment.state === 'AUTHORISED') {
    return { paid: { booking, payment: await withdrawPayment(tx, payment, deps.clock.now()) } };
  }
  if (quote.refundMinor === 0) return undefined;
  await tx.ledger.post(cancellationPosting(booking, quote.items));
  const refund = refundFor(payment, quote.refundMinor, deps);
  await tx.payments.insertRefund(refund);
  return { refund };
}

type Cancelled = Readonly<{ ok: true; booking: Booking }>;

async function cancel(
  tx: BookingTransaction,
  request: CancelBookingRequest,
  deps: Deps,
): Promise<Ran<Cancelled, Due> | Refusal<Failure>> {
  const booking = ownBooking(request.principal, await tx.bookings.find(request.bookingId));
  if (!booking) return refuse({ code: 'NOT_FOUND', id: request.bookingId });
  const payment = await tx.payments.latestOf(booking.id);
  if (payment.pendingStep !== null) return refuse({ code: 'PAYMENT_UNKNOWN', bookingId: booking.id });
  if (booking.state !== 'CONFIRMED' && booking.state !== 'PENDING_APPROVAL') {
    return refuse({ code: 'BOOKING_STATE_CONFLICT', state: booking.state });
  }
  const atInMs = deps.clock.now();
  const quote = await tx.bookings.findQuote(request.cancellationQuoteId);
  if (!holds(quote, booking, atInMs)) return refuse({ code: 'CANCELLATION_QUOTE_EXPIRED', bookingId: booking.id });
  // Before the owner's yes nothing was charged, so nothing is refunded.
  const refunds = booking.state === 'CONFIRMED' ? quote.items : [];
  const amend = { answerByInMs: null, refundedMinor: refunds.reduce((sum, { refundMinor }) => sum + refundMinor, 0) };
  const cancelled = await mustCarryOut(tx, booking, { command: 'CANCEL', atInMs, amend, refunds });
  await closeRequests(tx, cancelled.id, { state: 'WITHDRAWN', atInMs });
  const next = await giveBack(tx, { booking: cancelled, payment, quote }, deps);
  return { ok: true, answer: { ok: true, booking: cancelled }, next };
}

async function settle(due: Due, deps: Deps): Promise<void> {
  if ('refund' in due) await deps.settleRefund(due.refund);
  else await deps.settlePayment(due.paid);
}

/**
 * Cancels a booking as quoted: its stock is free and its refund is due from the same commit on. The provider is asked right
 * after; when it does not answer, the sweeper asks again.
 */
export const createCancelBooking = (deps: Deps) => async (request: CancelBookingRequest) => {
  const userId = userOf(request.principal);
  if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
  const problems = keyOnlyProblems(request);
  if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
  const operation = operationOf('cancelBooking', userId, request);
  const ran = await runOnce<Cancelled, Due, Failure>(deps.store, operation, (tx) => cancel(tx, request, deps));
  if (!ran.ok) return ran;
  if (ran.next) await settle(ran.next, deps);
  return ran.answer;
};
