import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import { type ApprovalRequest, answer } from '../domain/approval.ts';
import type { Booking } from '../domain/booking.ts';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { Payment } from '../domain/payment.ts';
import type { BookingStore, BookingTransaction } from '../ports/booking-store.ts';
import type { KeyRefusal } from '../ports/operations.ts';
import { ownerOf } from './caller.ts';
import { mustCarryOut } from './carry-out.ts';
import { closeRequests } from './close-requests.ts';
import { operationOf, type Ran, runOnce } from './operation.ts';
import type { Paid } from './payment-outcome.ts';
import type { SettlePayment } from './settle-payment.ts';
import { LEASE_IN_MS } from './time-limits.ts';
import { keyOnlyProblems } from './validate-input.ts';
import { withdrawPayment } from './withdraw-payment.ts';

/** An owner's answer to a request, under the owner's key. */
export type AnswerRequest = Readonly<{ principal: Principal; requestId: string; idempotencyKey: string }>;

/** What answering works with. */
export type AnswerDeps = Readonly<{ store: BookingStore; clock: Clock; settlePayment: SettlePayment }>;
type Failure = FailureOf<'NOT_FOUND' | 'REQUEST_ALREADY_ANSWERED'>;
type Verdict = 'APPROVED' | 'REJECTED';
type Answered = Readonly<{ ok: true; request: ApprovalRequest }>;

/** The last owner's yes: the capture is due from this commit on. */
async function capture(tx: BookingTransaction, booking: Booking, atInMs: number): Promise<Payment | undefined> {
  const requests = await tx.requests.of(booking.id);
  if (requests.some((request) => request.state !== 'APPROVED')) return undefined;
  const payment = await tx.payments.latestOf(booking.id);
  const stepDueAtInMs = atInMs + LEASE_IN_MS;
  const next: Payment = { ...payment, pendingStep: 'CAPTURE', stepDueAtInMs, updatedAtInMs: atInMs };
  await tx.payments.move(payment, next);
  return next;
}

/** One owner's no ends the whole booking: it is booked together or not at all. */
async function reject(tx: BookingTransaction, booking: Booking, atInMs: number): Promise<Payment> {
  await closeRequests(tx, booking.id, { state: 'WITHDRAWN', atInMs });
  await mustCarryOut(tx, booking, { command: 'REJECT', atInMs, amend: { answerByInMs: null } });
  return withdrawPayment(tx, await tx.payments.latestOf(booking.id), atInMs);
}

async function decide(
  tx: BookingTransaction,
  asked: Readonly<{ ownerId: string; requestId: string; verdict: Verdict }>,
  atInMs: number,
): Promise<Ran<Answered, Paid> | Refusal<Failure>> {
  const request = await tx.requests.find(asked.requestId);
  // Another owner's request answers as a missing one does.
  if (!request || request.ownerId !== asked.ownerId) return refuse({ code: 'NOT_FOUND', id: asked.requestId });
  const decided = answer(request, asked.verdict, atInMs);
  if (!decided.ok) return decided;
  const booking = await tx.bookings.find(request.bookingId);
  if (!booking) throw new Error(`Request ${request.id} has lost its booking.`);
  await tx.requests.move(request.state, decided.request);
  const payment = await (asked.verdict === 'APPROVED' ? capture : reject)(tx, booking, atInMs);
  return { ok: true, answer: { ok: true, request: decided.request }, next: payment && { booking, payment } };
}

/**
 * Records an owner's answer. After the last yes the payment is captured and the booking stands; after a no the stock is free and
 * the authorisation is given back. The provider is asked after the commit; without its answer, the sweeper asks again.
 */
export async function answerRequest(
  deps: AnswerDeps,
  request: AnswerRequest,
  as: Readonly<{ verdict: Verdict; operation: string }>,
): Promise<Answered | Refusal<Failure | FailureOf<'NOT_PERMITTED' | 'VALIDATION_FAILED'>> | KeyRefusal> {
  const ownerId = ownerOf(request.principal);
  if (ownerId === undefined) return refuse({ code: 'NOT_PERMITTED' });
  const problems = keyOnlyProblems(request);
  if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
  const { requestId } = request;
  const operation = operationOf(as.operation, ownerId, request);
  const ran = await runOnce<Answered, Paid, Failure>(deps.store, operation, (tx) =>
    decide(tx, { ownerId, requestId, verdict: as.verdict }, deps.clock.now()),
  );
  if (!ran.ok) return ran;
  if (ran.next) await deps.settlePayment(ran.next);
  return ran.answer;
}
