import type { Principal } from '@meridian/platform/identity/principal';
import { refuse } from '../domain/failures.ts';
import { userOf } from './caller.ts';
import { operationOf } from './operation.ts';
import { type HoldDeps, type HoldFailure, placeHold } from './place-hold.ts';
import type { ReadOffers } from './read-offers.ts';
import type { RunPayment } from './run-payment.ts';
import { startPayment } from './start-payment.ts';
import { createProblems, type HoldInput } from './validate-input.ts';

/** What to hold, and the provider's token of the card to pay with. */
export type CreateBookingRequest = HoldInput & Readonly<{ principal: Principal; paymentToken: string }>;

type Deps = HoldDeps & Readonly<{ readOffers: ReadOffers; runPayment: RunPayment }>;

/** Holds and pays in one: a declined card leaves nothing held. */
export const createCreateBooking = (deps: Deps) => async (request: CreateBookingRequest) => {
  const userId = userOf(request.principal);
  if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
  const problems = createProblems(request);
  if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
  const read = await deps.readOffers({ tokens: request.offers, callerId: userId, path: ['input'] });
  return deps.runPayment<HoldFailure>({
    operation: operationOf('createBooking', userId, request),
    token: request.paymentToken,
    begin: async (tx, operationId) => {
      const held = await placeHold(tx, { userId, input: request, read, endsWithDecline: true }, deps);
      if (!held.ok) return held;
      const payment = await startPayment(tx, held.payment, { id: operationId, atInMs: deps.clock.now() });
      return { ok: true, booking: held.booking, payment };
    },
  });
};
