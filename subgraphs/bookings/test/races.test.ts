import { describe, expect, test } from '@jest/globals';
import { type BookingsUnderTest, type Data, openBookings, owner } from './support/bookings-under-test.ts';
import { createGate } from './support/gate.ts';
import { flight } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';
import { sweep } from './support/sweep.ts';

// What happens at the same time as a payment. Races between two processes are in `e2e/races`.

const look = (opened: BookingsUnderTest, { id }: Data) => ask(opened, 'booking', { variables: { id } });
const stock = async (opened: BookingsUnderTest) => {
  const [row] = await opened.database.query<{ held: number; sold: number }>('SELECT held, sold FROM stock');
  return { ...row };
};
const pay = (opened: BookingsUnderTest, { id }: Data) =>
  ask(opened, 'pay', { input: { bookingId: id, paymentToken: 'tok_visa' } });

async function openWith(step: Parameters<typeof createGate>[0], offer: object = {}) {
  const gate = createGate(step);
  const opened = await openBookings({ provider: gate.provider });
  await opened.list(flight());
  const booking = await ask(opened, 'hold', { input: holdInput([await opened.offer(offer)]) });
  return { opened, gate, booking };
}

const onRequest = { instantBook: false };

async function openRequest(step: Parameters<typeof createGate>[0]) {
  const { opened, gate, booking } = await openWith(step, onRequest);
  await pay(opened, booking);
  const [{ node: request }] = (await ask(opened, 'requests', { variables: {}, as: owner })).edges;
  return { opened, gate, booking, request };
}

describe('a hold whose payment is under way', () => {
  test('does not lapse before the payment is settled', async () => {
    const { opened, gate, booking } = await openWith('authorise');
    await using _ = opened;
    opened.clock.advance(599_999);
    const paying = pay(opened, booking);
    await gate.reached;
    opened.clock.advance(1);
    await sweep(opened.bookings.application);
    expect(await look(opened, booking)).toMatchObject({ state: 'HELD' });
    gate.open();
    expect(await paying).toMatchObject({ state: 'CONFIRMED' });
    await sweep(opened.bookings.application);
    expect(await look(opened, booking)).toMatchObject({ state: 'CONFIRMED', payment: { state: 'CAPTURED' } });
    expect(await stock(opened)).toEqual({ held: 0, sold: 1 });
  });

  test('lapses at once when the card is declined after its time, and offers no other card', async () => {
    const { opened, gate, booking } = await openWith('authorise');
    await using _ = opened;
    const paying = ask(opened, 'pay', { input: { bookingId: booking.id, paymentToken: 'tok_declined' } });
    await gate.reached;
    opened.clock.advance(600_000);
    gate.open();
    expect(await paying).toMatchObject({ __typename: 'PaymentDeclined', canRetry: false });
    await sweep(opened.bookings.application);
    expect(await look(opened, booking)).toMatchObject({ state: 'EXPIRED', payment: { state: 'FAILED' } });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
  });

  test('cannot be let go meanwhile', async () => {
    const { opened, gate, booking } = await openWith('authorise');
    await using _ = opened;
    const paying = pay(opened, booking);
    await gate.reached;
    expect(await ask(opened, 'release', { input: { bookingId: booking.id } })).toMatchObject({
      __typename: 'PaymentUnknown',
    });
    gate.open();
    expect(await paying).toMatchObject({ state: 'CONFIRMED' });
  });
});

describe('a request that was approved in time', () => {
  test('does not lapse while its payment is being captured', async () => {
    const { opened, gate, booking, request } = await openRequest('capture');
    await using _ = opened;
    opened.clock.advance(24 * 3_600_000 - 1);
    const approving = ask(opened, 'approve', { input: { requestId: request.id }, as: owner });
    await gate.reached;
    opened.clock.advance(1);
    await sweep(opened.bookings.application);
    expect(await look(opened, booking)).toMatchObject({ state: 'PENDING_APPROVAL' });
    gate.open();
    expect(await approving).toMatchObject({ state: 'APPROVED', bookingState: 'CONFIRMED' });
    expect(await stock(opened)).toEqual({ held: 0, sold: 1 });
  });

  test('cannot be cancelled while its payment is being captured', async () => {
    const { opened, gate, booking, request } = await openRequest('capture');
    await using _ = opened;
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    const approving = ask(opened, 'approve', { input: { requestId: request.id }, as: owner });
    await gate.reached;
    const input = { bookingId: booking.id, cancellationQuoteId: quote.id };
    expect(await ask(opened, 'cancel', { input })).toMatchObject({ __typename: 'PaymentUnknown' });
    gate.open();
    await approving;
    // The quote was for a booking that was only authorised: now it is charged, and its terms count.
    expect(await ask(opened, 'cancel', { input })).toMatchObject({ code: 'CANCELLATION_QUOTE_EXPIRED' });
  });
});

describe('a cancellation', () => {
  test('twice at the same moment under two keys refunds once', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' };
    const booking = await ask(opened, 'create', { input });
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    const cancel = () => ask(opened, 'cancel', { input: { bookingId: booking.id, cancellationQuoteId: quote.id } });
    const answers = await Promise.all([cancel(), cancel(), cancel()]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'Booking',
      'BookingStateConflict',
      'BookingStateConflict',
    ]);
    expect(await opened.sandbox.query('SELECT amount_minor AS minor FROM sandbox_refund')).toEqual([{ minor: 12_345 }]);
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
  });

  test('whose refund is under way is not refunded a second time by the sweeper', async () => {
    const { opened, gate, booking } = await openWith('refund');
    await using _ = opened;
    await pay(opened, booking);
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    const cancelling = ask(opened, 'cancel', { input: { bookingId: booking.id, cancellationQuoteId: quote.id } });
    await gate.reached;
    opened.clock.advance(20_000);
    const swept = sweep(opened.bookings.application);
    gate.open();
    await Promise.all([cancelling, swept]);
    expect(await look(opened, booking)).toMatchObject({
      refunds: [{ state: 'SUCCEEDED', amount: { amount: '123.45' } }],
      payment: { state: 'REFUNDED', refundedAmount: { amount: '123.45' } },
    });
    const [ledger] = await opened.database.query(
      'SELECT SUM(amount_minor) AS balance, COUNT(*) AS n FROM ledger_entry',
    );
    expect(ledger).toMatchObject({ balance: 0, n: 10 });
  });
});

describe('an authorisation that is given back', () => {
  test('is given back by the sweeper when the provider does not answer', async () => {
    const { opened, gate, booking, request } = await openRequest('void');
    await using _ = opened;
    const rejecting = ask(opened, 'reject', { input: { requestId: request.id }, as: owner });
    await gate.reached;
    expect(await look(opened, booking)).toMatchObject({ state: 'REJECTED', payment: { state: 'AUTHORISED' } });
    const swept = sweep(opened.bookings.application);
    gate.open();
    await Promise.all([rejecting, swept]);
    expect(await look(opened, booking)).toMatchObject({ state: 'REJECTED', payment: { state: 'VOIDED' } });
    const types = (await opened.published()).map(({ type }) => type);
    expect(types.filter((type) => type === 'payment.voided')).toHaveLength(1);
  });
});
