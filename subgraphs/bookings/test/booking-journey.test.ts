import { describe, expect, test } from '@jest/globals';
import { openBookings } from './support/bookings-under-test.ts';
import { flight } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';

describe('a booking', () => {
  test('is held, paid, cancelled and refunded', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const held = await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    expect(held).toMatchObject({ __typename: 'Booking', state: 'HELD', payment: { state: 'REQUIRES_PAYMENT' } });

    const paid = await ask(opened, 'pay', { input: { bookingId: held.id, paymentToken: 'tok_visa' } });
    expect(paid).toMatchObject({
      state: 'CONFIRMED',
      total: { amount: '123.45', currency: 'EUR' },
      payment: { state: 'CAPTURED', card: { brand: 'visa', last4: '4242' } },
      invoice: { number: 1 },
    });

    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: held.id } } });
    expect(quote).toMatchObject({ refund: { amount: '123.45' }, penalty: { amount: '0.00' } });
    const input = { bookingId: held.id, cancellationQuoteId: quote.id };
    const cancelled = await ask(opened, 'cancel', { input });
    expect(cancelled).toMatchObject({
      state: 'CANCELLED',
      refunded: { amount: '123.45' },
      refunds: [{ state: 'SUCCEEDED', amount: { amount: '123.45' } }],
      payment: { state: 'REFUNDED' },
    });
  });

  test('is created in one step', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' };
    const created = await ask(opened, 'create', { input });
    expect(created).toMatchObject({ state: 'CONFIRMED', payment: { state: 'CAPTURED' } });
    expect((await opened.published()).map(({ type }) => type)).toEqual([
      'booking.held',
      'booking.created',
      'payment.initiated',
      'inventory.changed',
      'payment.authorised',
      'booking.confirmed',
      'inventory.changed',
      'payment.captured',
    ]);
    expect(await ask(opened, 'create', { input })).toEqual(created);
  });
});
