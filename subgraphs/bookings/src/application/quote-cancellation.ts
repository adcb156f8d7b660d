import type { Principal } from '@meridian/platform/identity/principal';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { Booking } from '../domain/booking.ts';
import { transition } from '../domain/booking-machine.ts';
import { CANCELLATION_QUOTE_LIFETIME_IN_MS, type CancellationQuote, refundsAt } from '../domain/cancellation.ts';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { BookingStore } from '../ports/booking-store.ts';
import { ownBooking, userOf } from './caller.ts';

/** Which booking might be cancelled, and who asks. */
export type QuoteCancellationRequest = Readonly<{ principal: Principal; bookingId: string }>;

type Deps = Readonly<{ store: BookingStore; clock: Clock; ids: Ids }>;
type Failure = FailureOf<'NOT_FOUND' | 'NOT_PERMITTED' | 'BOOKING_STATE_CONFLICT'>;

function quoteFor(booking: Booking, deps: Deps): CancellationQuote {
  const now = deps.clock.now();
  const items = refundsAt(booking, now);
  const sum = (amount: (item: (typeof items)[number]) => number) =>
    items.reduce((total, item) => total + amount(item), 0);
  return {
    id: deps.ids.next('cqt'),
    bookingId: booking.id,
    userId: booking.userId,
    bookingVersion: booking.version,
    currency: booking.currency,
    refundMinor: sum((item) => item.refundMinor),
    penaltyMinor: sum((item) => item.penaltyMinor),
    items,
    expiresAtInMs: now + CANCELLATION_QUOTE_LIFETIME_IN_MS,
  };
}

/** Says what cancelling a booking now would give back, and keeps that word for ten minutes. */
export const createQuoteCancellation =
  (deps: Deps) =>
  ({
    principal,
    bookingId,
  }: QuoteCancellationRequest): Promise<Readonly<{ ok: true; quote: CancellationQuote }> | Refusal<Failure>> =>
    deps.store.transaction(async (tx) => {
      if (userOf(principal) === undefined) return refuse({ code: 'NOT_PERMITTED' });
      const booking = ownBooking(principal, await tx.bookings.find(bookingId));
      if (!booking) return refuse({ code: 'NOT_FOUND', id: bookingId });
      const possible = transition(booking, 'CANCEL', deps.clock.now());
      if (!possible.ok) return possible;
      const quote = quoteFor(booking, deps);
      await tx.bookings.saveQuote(quote);
      return { ok: true, quote };
    });
