import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import type { Booking } from '../domain/booking.ts';
import { type FailureOf, refuse } from '../domain/failures.ts';
import type { BookingStore } from '../ports/booking-store.ts';
import { ownBooking, userOf } from './caller.ts';
import { carryOut } from './carry-out.ts';
import { once, operationOf } from './operation.ts';
import { keyOnlyProblems } from './validate-input.ts';
import { withdrawPayment } from './withdraw-payment.ts';

/** Which hold to let go. */
export type ReleaseHoldRequest = Readonly<{ principal: Principal; bookingId: string; idempotencyKey: string }>;

type Failure = FailureOf<'NOT_FOUND' | 'BOOKING_STATE_CONFLICT' | 'PAYMENT_UNKNOWN'>;

/** Lets a hold go before its time: the stock is free at once. */
export const createReleaseHold =
  (deps: Readonly<{ store: BookingStore; clock: Clock }>) => async (request: ReleaseHoldRequest) => {
    const userId = userOf(request.principal);
    if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
    const problems = keyOnlyProblems(request);
    if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
    const operation = operationOf('releaseHold', userId, request);
    return once<Readonly<{ ok: true; booking: Booking }>, Failure>(deps.store, operation, async (tx) => {
      const booking = ownBooking(request.principal, await tx.bookings.find(request.bookingId));
      if (!booking) return refuse({ code: 'NOT_FOUND', id: request.bookingId });
      const payment = await tx.payments.latestOf(booking.id);
      if (payment.pendingStep !== null) return refuse({ code: 'PAYMENT_UNKNOWN', bookingId: booking.id });
      const atInMs = deps.clock.now();
      const released = await carryOut(tx, booking, { command: 'ABANDON', atInMs });
      if (released.ok) await withdrawPayment(tx, payment, atInMs);
      return released;
    });
  };
