import type { Principal } from '@meridian/platform/identity/principal';
import type { Booking } from '../domain/booking.ts';
import { refuse } from '../domain/failures.ts';
import type { BookingStore } from '../ports/booking-store.ts';
import { userOf } from './caller.ts';
import { once, operationOf } from './operation.ts';
import { type HoldDeps, type HoldFailure, placeHold } from './place-hold.ts';
import type { ReadOffers } from './read-offers.ts';
import { type HoldInput, holdProblems } from './validate-input.ts';

/** What to hold, and for whom. */
export type HoldBookingRequest = HoldInput & Readonly<{ principal: Principal }>;

type Deps = HoldDeps & Readonly<{ store: BookingStore; readOffers: ReadOffers }>;

/** Holds what some offers promise for ten minutes, all of it or nothing. */
export const createHoldBooking = (deps: Deps) => async (request: HoldBookingRequest) => {
  const userId = userOf(request.principal);
  if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
  const problems = holdProblems(request);
  if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
  // Read before the transaction, judged inside: a repeated request is answered as before, though its offers have expired since.
  const read = await deps.readOffers({ tokens: request.offers, callerId: userId, path: ['input'] });
  const operation = operationOf('holdBooking', userId, request);
  return once<Readonly<{ ok: true; booking: Booking }>, HoldFailure>(deps.store, operation, async (tx) => {
    const held = await placeHold(tx, { userId, input: request, read, endsWithDecline: false }, deps);
    return held.ok ? { ok: true, booking: held.booking } : held;
  });
};
