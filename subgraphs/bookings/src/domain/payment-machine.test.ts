import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aPayment } from '../../test/support/records.ts';
import type { Payment, PaymentOutcome } from './payment.ts';
import { afterOutcome, afterRefund, canMove } from './payment-machine.ts';

const outcomes = fc.constantFrom<PaymentOutcome>(
  { kind: 'AUTHORISED', cardBrand: 'visa', cardLast4: '4242' },
  { kind: 'CAPTURED' },
  { kind: 'VOIDED' },
  { kind: 'DECLINED', reason: 'card_declined' },
  { kind: 'NO_ANSWER' },
);

describe('the states of a payment', () => {
  test('every outcome either moves it along a way that exists, or is refused', () => {
    fc.assert(
      fc.property(fc.array(outcomes, { maxLength: 12 }), (all) => {
        let payment: Payment = aPayment({ pendingStep: 'AUTHORISE', stepDueAtInMs: 0 });
        for (const outcome of all) {
          try {
            const next = afterOutcome(payment, outcome, 1);
            expect(next.state === payment.state || canMove(payment.state, next.state)).toBe(true);
            payment = next;
          } catch (error) {
            expect(String(error)).toContain('cannot go from');
          }
        }
      }),
    );
  });

  test('no answer is UNKNOWN, keeps the step and asks again later; only an answer ends it', () => {
    const started = aPayment({ pendingStep: 'AUTHORISE', stepDueAtInMs: 0 });
    const unknown = afterOutcome(started, { kind: 'NO_ANSWER' }, 1_000);
    expect(unknown).toMatchObject({ state: 'UNKNOWN', pendingStep: 'AUTHORISE', stepDueAtInMs: 6_000 });
    const known = afterOutcome(unknown, { kind: 'AUTHORISED', cardBrand: 'visa', cardLast4: '4242' }, 2_000);
    expect(known).toMatchObject({ state: 'AUTHORISED', pendingStep: null, cardLast4: '4242' });
  });

  test('refunds never exceed what was captured, whatever their sizes and order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.array(fc.integer({ min: -5, max: 6_000 })),
        (amountMinor, refunds) => {
          let payment = aPayment({ state: 'CAPTURED', amountMinor });
          for (const refund of refunds) {
            const fits = refund > 0 && payment.refundedMinor + refund <= amountMinor;
            if (!fits) expect(() => afterRefund(payment, refund, 1)).toThrow();
            else payment = afterRefund(payment, refund, 1);
          }
          expect(payment.refundedMinor).toBeLessThanOrEqual(amountMinor);
          expect(payment.state === 'REFUNDED').toBe(payment.refundedMinor === amountMinor);
        },
      ),
    );
  });
});
