import type { Principal } from '@meridian/platform/identity/principal';
import type { Booking } from '../domain/booking.ts';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { Payment } from '../domain/payment.ts';
import { announcePayment } from '../events/published.ts';
import type { BookingTransaction } from '../ports/booking-store.ts';
import { ownBooking, userOf } from './caller.ts';
import { operationOf } from './operation.ts';
import type { Paid } from './payment-outcome.ts';
import { type HoldDeps, newPayment } from './place-hold.ts';
import { refuseForgotten } from './refuse-forgotten.ts';
import type { RunPayment } from './run-payment.ts';
import { startPayment } from './start-payment.ts';
import { paymentProblems } from './validate-input.ts';

/** Which hold to pay for, and the provider's token of the card to pay with. */
export type PayBookingRequest = Readonly<{
  principal: Principal;
  bookingId: string;
  paymentToken: string;
  idempotencyKey: string;
}>;

type Deps = HoldDeps & Readonly<{ runPayment: RunPayment }>;
type Failure = FailureOf<'NOT_PERMITTED' | 'NOT_FOUND' | 'HOLD_EXPIRED' | 'BOOKING_STATE_CONFLICT' | 'PAYMENT_UNKNOWN'>;

function refusalOf(booking: Booking, payment: Payment, atInMs: number): Refusal<Failure> | undefined {
  if (payment.pendingStep !== null) return refuse({ code: 'PAYMENT_UNKNOWN', bookingId: booking.id });
  const isOver = booking.state === 'HELD' && atInMs >= booking.holdExpiresAtInMs;
  if (isOver || booking.state === 'EXPIRED') {
    return refuse({ code: 'HOLD_EXPIRED', bookingId: booking.id, expiredAtInMs: booking.holdExpiresAtInMs });
  }
  return booking.state === 'HELD' ? undefined : refuse({ code: 'BOOKING_STATE_CONFLICT', state: booking.state });
}

/** The first card uses the attempt that came with the hold; after a decline the next one is an attempt of its own. */
async function attemptFor(tx: BookingTransaction, paid: Paid, deps: HoldDeps): Promise<Payment> {
  if (paid.payment.state !== 'FAILED') return paid.payment;
  const attempt = { number: paid.payment.attempt + 1, endsBooking: false };
  const told = announcePayment(newPayment(paid.booking, attempt, deps), 'initiated');
  await tx.payments.insert(told.subject);
  await tx.announce(told.announcements);
  return told.subject;
}

/** Pays for a hold: instant bookings are charged and stand, others are authorised and wait for their owners. */
export const createPayBooking = (deps: Deps) => async (request: PayBookingRequest) => {
  const userId = userOf(request.principal);
  if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
  const problems = paymentProblems(request);
  if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
  return deps.runPayment<Failure>({
    operation: operationOf('payBooking', userId, request),
    token: request.paymentToken,
    begin: async (tx, operationId) => {
      const gone = await refuseForgotten(tx.bookings, userId);
      if (gone) return gone;
      const booking = ownBooking(request.principal, await tx.bookings.find(request.bookingId));
      if (!booking) return refuse({ code: 'NOT_FOUND', id: request.bookingId });
      const latest = await tx.payments.latestOf(booking.id);
      const atInMs = deps.clock.now();
      const refusal = refusalOf(booking, latest, atInMs);
      if (refusal) return refusal;
      const attempt = await attemptFor(tx, { booking, payment: latest }, deps);
      return { ok: true, booking, payment: await startPayment(tx, attempt, { id: operationId, atInMs }) };
    },
  });
};
