import type { Payment, PaymentOutcome, PaymentState } from './payment.ts';

type Ways = Readonly<Record<PaymentState, readonly PaymentState[]>>;

/**
 * Every way there is. `UNKNOWN` remembers nothing of where it came from: the pending step does, and it leads on to whatever the
 * provider says when it is asked again by the same key.
 */
const ways: Ways = {
  REQUIRES_PAYMENT: ['AUTHORISED', 'FAILED', 'UNKNOWN', 'VOIDED'],
  UNKNOWN: ['AUTHORISED', 'CAPTURED', 'FAILED', 'VOIDED'],
  AUTHORISED: ['CAPTURED', 'VOIDED', 'FAILED', 'UNKNOWN'],
  CAPTURED: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  PARTIALLY_REFUNDED: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  REFUNDED: [],
  VOIDED: [],
  FAILED: [],
};

/** Whether a payment may go from one state to another. */
export const canMove = (from: PaymentState, to: PaymentState): boolean => ways[from].includes(to);

/** Moves a payment. A way that does not exist is a fault of the program, never of a caller. */
export function movePayment(payment: Payment, to: PaymentState, atInMs: number): Payment {
  if (!canMove(payment.state, to)) throw new Error(`A payment cannot go from ${payment.state} to ${to}.`);
  return { ...payment, state: to, updatedAtInMs: atInMs };
}

const settled = { pendingStep: null, stepDueAtInMs: null } as const;

/** How long after a call without an answer the provider is asked again. */
const RECONCILE_AFTER_IN_MS = 5_000;

/** What the outcome of its pending step makes of a payment. */
export function afterOutcome(payment: Payment, outcome: PaymentOutcome, atInMs: number): Payment {
  switch (outcome.kind) {
    case 'AUTHORISED':
      return {
        ...movePayment(payment, 'AUTHORISED', atInMs),
        ...settled,
        cardBrand: outcome.cardBrand,
        cardLast4: outcome.cardLast4,
      };
    case 'CAPTURED':
      return { ...movePayment(payment, 'CAPTURED', atInMs), ...settled };
    case 'VOIDED':
      return { ...movePayment(payment, 'VOIDED', atInMs), ...settled };
    case 'DECLINED':
      return { ...movePayment(payment, 'FAILED', atInMs), ...settled, failureReason: outcome.reason };
    case 'NO_ANSWER':
      return {
        ...(payment.state === 'UNKNOWN' ? payment : movePayment(payment, 'UNKNOWN', atInMs)),
        stepDueAtInMs: atInMs + RECONCILE_AFTER_IN_MS,
      };
  }
}

/** The state after part or all of a captured amount was given back. */
export function afterRefund(payment: Payment, amountMinor: number, atInMs: number): Payment {
  const refundedMinor = payment.refundedMinor + amountMinor;
  if (amountMinor <= 0 || refundedMinor > payment.amountMinor) {
    throw new Error(
      `${amountMinor} cannot be refunded of ${payment.amountMinor - payment.refundedMinor} that are left.`,
    );
  }
  const to = refundedMinor === payment.amountMinor ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  return { ...movePayment(payment, to, atInMs), refundedMinor };
}
