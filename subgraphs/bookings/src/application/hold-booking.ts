import type { Principal } from '@meridian/platform/identity/principal';
import type { Booking } from '../domain/booking.ts';
import { type FailureOf, refuse } from '../domain/failures.ts';
import type { BookingStore } from '../ports/booking-store.ts';
import { userOf } from './caller.ts';
import { once, operationOf } from './operation.ts';
import { type HoldDeps, type HoldFailure, placeHold } from './place-hold.ts';
import type { ReadOffers } from './read-offers.ts';
import { type HoldInput, holdProblems } from './validate-input.ts';

type Deps = HoldDeps & Readonly<{ store: BookingStore; readOffers: ReadOffers }>;
type Failure = HoldFailure | FailureOf<'NOT_PERMITTED'>;

/** Holds what some offers promise for ten minutes, all of it or nothing. */
export const createHoldBooking = (deps: Deps) => async (caller: Principal, input: HoldInput) => {
  const userId = userOf(caller);
  if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
  const problems = holdProblems(input);
  if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
  // Read before the transaction, judged inside: a repeated request is answered as before, though its offers have expired since.
  const read = await deps.readOffers(input.offers, userId, ['input']);
  const operation = operationOf('holdBooking', userId, input);
  return once<Readonly<{ ok: true; booking: Booking }>, Failure>(deps.store, operation, async (tx) => {
    const held = await placeHold(tx, { userId, input, read, endsWithDecline: false }, deps);
    return held.ok ? { ok: true, booking: held.booking } : held;
  });
};
