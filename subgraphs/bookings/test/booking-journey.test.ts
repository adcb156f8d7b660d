import { describe, expect, test } from '@jest/globals';
import { openBookings } from './support/bookings-under-test.ts';
import { flight, stay } from './support/listings.ts';
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

  test('tells of each item what its own terms gave back', async () => {
    await using opened = await openBookings();
    await opened.list(flight(), stay());
    const night = {
      ...{ kind: 'STAY' as const, listingId: 'sty_1', ownerId: 'usr_host', jti: 'off_night' },
      slots: [{ resource: 'sty_1.double', slot: '2027-03-01', units: 1 }],
      cancellation: { name: 'NON_REFUNDABLE' as const, steps: [] },
    };
    const input = { ...holdInput([await opened.offer(), await opened.offer(night)]), paymentToken: 'tok_visa' };
    const booking = await ask(opened, 'create', { input });
    expect(booking.items.map(({ rooms }: { rooms: number | null }) => rooms)).toEqual([null, 1]);
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    await ask(opened, 'cancel', { input: { bookingId: booking.id, cancellationQuoteId: quote.id } });
    const events = await opened.published();
    const told = (type: string) => events.find((event) => event.type === type)?.data;
    const refundsIn = (data: { items: { listingId: string; refundedMinor: number }[] }) =>
      data.items.map(({ listingId, refundedMinor }) => [listingId, refundedMinor]);
    expect(refundsIn(told('booking.confirmed'))).toEqual([
      ['flt_1', 0],
      ['sty_1', 0],
    ]);
    expect(told('booking.cancelled')).toMatchObject({ totalMinor: 24_690, refundedMinor: 12_345 });
    expect(refundsIn(told('booking.cancelled'))).toEqual([
      ['flt_1', 12_345],
      ['sty_1', 0],
    ]);
  });

  test('shows its payment as it stands after each of several mutations of one request', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' };
    const { id } = await ask(opened, 'create', { input });
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: id } } });
    const cancel = { bookingId: id, cancellationQuoteId: quote.id, idempotencyKey: 'cancel-it-once' };
    const both = `mutation ($create: CreateBookingInput!, $cancel: CancelBookingInput!) {
      first: createBooking(input: $create) { ... on Booking { payment { state } refunds { state } } }
      second: cancelBooking(input: $cancel) { ... on Booking { payment { state } refunds { state } } } }`;
    expect(await opened.run(both, { create: input, cancel })).toEqual({
      first: { payment: { state: 'CAPTURED' }, refunds: [] },
      second: { payment: { state: 'REFUNDED' }, refunds: [{ state: 'SUCCEEDED' }] },
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
