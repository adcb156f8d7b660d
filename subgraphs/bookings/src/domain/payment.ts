/** Where a payment stands. `UNKNOWN`: the provider did not answer; it is reconciled by key and never charged anew. */
export type PaymentState =
  | 'REQUIRES_PAYMENT'
  | 'AUTHORISED'
  | 'CAPTURED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'VOIDED'
  | 'FAILED'
  | 'UNKNOWN';

/** What the provider still has to be asked for. Committed before the call, so that a crash cannot forget it. */
export type PaymentStep = 'AUTHORISE' | 'CAPTURE' | 'VOID';

/** One attempt to pay for a booking. Instants are epoch milliseconds, amounts minor units of `currency`. */
export type Payment = Readonly<{
  id: string;
  bookingId: string;
  userId: string;
  /** Counted from 1; a declined card leaves its attempt as it ended, and the next card starts another. */
  attempt: number;
  state: PaymentState;
  currency: string;
  amountMinor: number;
  refundedMinor: number;
  cardBrand: string | null;
  cardLast4: string | null;
  failureReason: string | null;
  /** Whether a decline ends the booking. Otherwise another card may be tried while the hold lasts. */
  endsBooking: boolean;
  pendingStep: PaymentStep | null;
  /** From when on the sweeper may carry out the pending step; before, the request that asked for it does. */
  stepDueAtInMs: number | null;
  /** The idempotent operation that waits for this payment, see `ports/operations.ts`. */
  operationId: string | null;
  version: number;
  createdAtInMs: number;
  updatedAtInMs: number;
}>;

/** What is known of a payment after the provider answered, or did not. */
export type PaymentOutcome =
  | Readonly<{ kind: 'AUTHORISED'; cardBrand: string; cardLast4: string }>
  | Readonly<{ kind: 'CAPTURED' }>
  | Readonly<{ kind: 'VOIDED' }>
  | Readonly<{ kind: 'DECLINED'; reason: string }>
  | Readonly<{ kind: 'NO_ANSWER' }>;

/** A booking whose card was declined this often is given up, so that nobody tries out stolen cards on it. */
export const MAX_ATTEMPTS = 3;

/** How many more cards may be tried while the booking is held. */
export function attemptsLeft({
  state,
  attempt,
  endsBooking,
}: Pick<Payment, 'state' | 'attempt' | 'endsBooking'>): number {
  if (state !== 'REQUIRES_PAYMENT' && state !== 'FAILED') return 0;
  const left = endsBooking ? 1 : MAX_ATTEMPTS - attempt + 1;
  return Math.max(0, state === 'FAILED' ? left - 1 : left);
}
