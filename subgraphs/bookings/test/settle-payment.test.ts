import { expect, test } from '@jest/globals';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { paymentAnswer } from '../src/application/payment-outcome.ts';
import { createSettlePayment } from '../src/application/settle-payment.ts';
import type { PaymentProvider, ProviderRecord } from '../src/ports/payment-provider.ts';
import { start } from './support/bookings-under-test.ts';
import { aBooking, aPayment } from './support/records.ts';
import { openSqlStore } from './support/store-under-test.ts';

test('an authorisation that comes after its booking has ended is given back, and nobody is told that it was booked', async () => {
  await using opened = await openSqlStore();
  const booking = aBooking({ state: 'EXPIRED' });
  const payment = aPayment({ pendingStep: 'AUTHORISE', stepDueAtInMs: start });
  await opened.store.transaction(async (tx) => {
    await tx.bookings.insert(booking);
    await tx.payments.insert(payment);
    return { ok: true };
  });
  const calls: string[] = [];
  const answering = (state: 'AUTHORISED' | 'VOIDED') => async (): Promise<ProviderRecord> => {
    calls.push(state);
    return { state, cardBrand: 'visa', cardLast4: '4242' };
  };
  const provider = { authorise: answering('AUTHORISED'), void: answering('VOIDED') } as unknown as PaymentProvider;
  const clock = { now: () => start };
  const deps = { store: opened.store, provider, clock, ids: createSequentialIds(), logger: silentLogger };
  const paid = await createSettlePayment(deps)({ booking, payment }, 'tok_visa');
  expect(calls).toEqual(['AUTHORISED', 'VOIDED']);
  expect(paid).toMatchObject({ booking: { state: 'EXPIRED' }, payment: { state: 'VOIDED', pendingStep: null } });
  expect(paymentAnswer(paid, start)).toMatchObject({
    ok: false,
    failure: { code: 'PAYMENT_DECLINED', canRetry: false },
  });
});
