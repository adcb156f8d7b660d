import { describe, expect, test } from '@jest/globals';
import { type BookingsUnderTest, openBookings } from './support/bookings-under-test.ts';
import { flight } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';
import { sweep } from './support/sweep.ts';

const payment = async (opened: BookingsUnderTest) => {
  const [row] = await opened.sandbox.query<Record<string, unknown>>('SELECT * FROM sandbox_payment');
  return row;
};
const stock = async (opened: BookingsUnderTest) => {
  const [row] = await opened.database.query<{ held: number; sold: number }>('SELECT held, sold FROM stock');
  return { held: row?.held ?? 0, sold: row?.sold ?? 0 };
};
const types = async (opened: BookingsUnderTest) => (await opened.published()).map(({ type }) => type);

async function openHeld() {
  const opened = await openBookings();
  await opened.list(flight());
  const booking = await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
  return { opened, booking };
}

const create = async (opened: BookingsUnderTest, paymentToken: string, changes: object = {}) =>
  ask(opened, 'create', { input: { ...holdInput([await opened.offer()], changes), paymentToken } });

describe('paying', () => {
  test('with a card that is declined leaves the hold, so that another card can be tried', async () => {
    const { opened, booking } = await openHeld();
    await using _ = opened;
    const pay = (paymentToken: string) => ask(opened, 'pay', { input: { bookingId: booking.id, paymentToken } });
    expect(await pay('tok_insufficient_funds')).toMatchObject({
      __typename: 'PaymentDeclined',
      reason: 'insufficient_funds',
      canRetry: true,
      booking: { state: 'HELD' },
    });
    expect(await pay('tok_mastercard')).toMatchObject({
      state: 'CONFIRMED',
      payment: { card: { brand: 'mastercard' } },
    });
    expect(await types(opened)).toEqual(expect.arrayContaining(['payment.failed', 'booking.confirmed']));
    expect(await stock(opened)).toEqual({ held: 0, sold: 1 });
  });

  test('three declined cards end the booking and free its stock', async () => {
    const { opened, booking } = await openHeld();
    await using _ = opened;
    const pay = () => ask(opened, 'pay', { input: { bookingId: booking.id, paymentToken: 'tok_declined' } });
    expect(booking.payment.attemptsLeft).toBe(3);
    const left = (attemptsLeft: number) => ({ canRetry: attemptsLeft > 0, booking: { payment: { attemptsLeft } } });
    expect([await pay(), await pay(), await pay()]).toMatchObject([left(2), left(1), left(0)]);
    expect((await ask(opened, 'booking', { variables: { id: booking.id } })).state).toBe('FAILED');
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
    expect(await pay()).toMatchObject({ __typename: 'BookingStateConflict', state: 'FAILED' });
  });

  test('in one step with a card that is declined leaves nothing held and frees the key', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const idempotencyKey = 'the-same-key';
    expect(await create(opened, 'tok_declined', { idempotencyKey })).toMatchObject({
      __typename: 'PaymentDeclined',
      canRetry: false,
      booking: { state: 'FAILED' },
    });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
    expect(await create(opened, 'tok_visa', { idempotencyKey })).toMatchObject({ state: 'CONFIRMED' });
  });

  test('whose answer is lost is unknown, and found by the same key: charged once', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_timeout' };
    expect(await ask(opened, 'create', { input })).toMatchObject({
      __typename: 'PaymentUnknown',
      retryable: true,
      booking: { state: 'HELD' },
    });
    const answer = await ask(opened, 'create', { input });
    expect(answer).toMatchObject({ state: 'CONFIRMED', payment: { state: 'CAPTURED' } });
    expect(await payment(opened)).toMatchObject({ state: 'CAPTURED', times_captured: 1 });
    expect(await ask(opened, 'create', { input })).toEqual(answer);
  });

  test('whose answer is lost is reconciled by the sweeper, and the key answers with it', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_timeout' };
    const { booking } = await ask(opened, 'create', { input });
    await sweep(opened.bookings.application);
    expect(await ask(opened, 'booking', { variables: { id: booking.id } })).toMatchObject({ state: 'HELD' });
    opened.clock.advance(5_000);
    await sweep(opened.bookings.application);
    expect(await ask(opened, 'booking', { variables: { id: booking.id } })).toMatchObject({ state: 'CONFIRMED' });
    expect(await ask(opened, 'create', { input })).toMatchObject({ id: booking.id, state: 'CONFIRMED' });
    expect(await payment(opened)).toMatchObject({ times_captured: 1 });
  });

  test('whose request never arrived is closed at the provider first, then fails and frees the stock', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const { booking } = await create(opened, 'tok_timeout_lost');
    opened.clock.advance(5_000);
    await sweep(opened.bookings.application);
    const after = await ask(opened, 'booking', { variables: { id: booking.id } });
    expect(after).toMatchObject({ state: 'FAILED', payment: { state: 'FAILED', failureReason: 'not_received' } });
    expect(await payment(opened)).toMatchObject({ state: 'VOIDED', payment_key: after.payment.id });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
  });

  test('whose capture gets no answer is captured once', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const { booking } = await create(opened, 'tok_capture_timeout');
    opened.clock.advance(5_000);
    await sweep(opened.bookings.application);
    expect(await ask(opened, 'booking', { variables: { id: booking.id } })).toMatchObject({ state: 'CONFIRMED' });
    expect(await payment(opened)).toMatchObject({ state: 'CAPTURED', times_captured: 1 });
  });

  test('for a hold whose capture is refused ends the booking too: what was authorised is gone', async () => {
    const { opened, booking } = await openHeld();
    await using _ = opened;
    const input = { bookingId: booking.id, paymentToken: 'tok_capture_declined' };
    expect(await ask(opened, 'pay', { input })).toMatchObject({ canRetry: false, booking: { state: 'FAILED' } });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
  });

  test('whose capture is refused ends the booking', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    expect(await create(opened, 'tok_capture_declined')).toMatchObject({
      __typename: 'PaymentDeclined',
      booking: { state: 'FAILED' },
    });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
  });

  test('while another payment of the booking is under way is refused as unknown', async () => {
    const { opened, booking } = await openHeld();
    await using _ = opened;
    const pay = (paymentToken: string) => ask(opened, 'pay', { input: { bookingId: booking.id, paymentToken } });
    expect(await pay('tok_timeout')).toMatchObject({ __typename: 'PaymentUnknown' });
    expect(await pay('tok_visa')).toMatchObject({ __typename: 'PaymentUnknown' });
    expect(await ask(opened, 'release', { input: { bookingId: booking.id } })).toMatchObject({
      __typename: 'PaymentUnknown',
    });
  });

  test('twice at the same moment under two keys charges once', async () => {
    const { opened, booking } = await openHeld();
    await using _ = opened;
    const pay = () => ask(opened, 'pay', { input: { bookingId: booking.id, paymentToken: 'tok_visa' } });
    const answers = await Promise.all([pay(), pay(), pay()]);
    expect(answers.filter(({ __typename }) => __typename === 'Booking')).toHaveLength(1);
    expect(await opened.sandbox.query('SELECT payment_key FROM sandbox_payment')).toHaveLength(1);
  });

  test('after the hold is over is refused, also before the sweeper came', async () => {
    const { opened, booking } = await openHeld();
    await using _ = opened;
    const pay = () => ask(opened, 'pay', { input: { bookingId: booking.id, paymentToken: 'tok_visa' } });
    opened.clock.advance(600_000);
    expect(await pay()).toMatchObject({ __typename: 'HoldExpired', expiredAt: '2027-01-01T12:10:00.000Z' });
    await sweep(opened.bookings.application);
    expect(await pay()).toMatchObject({ __typename: 'HoldExpired' });
  });
});

describe('a refund', () => {
  test('whose answer is lost stays pending and is paid once', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const booking = await create(opened, 'tok_refund_timeout');
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    const input = { bookingId: booking.id, cancellationQuoteId: quote.id };
    expect(await ask(opened, 'cancel', { input })).toMatchObject({
      state: 'CANCELLED',
      refunds: [{ state: 'PENDING' }],
    });
    opened.clock.advance(10_000);
    await sweep(opened.bookings.application);
    expect(await ask(opened, 'booking', { variables: { id: booking.id } })).toMatchObject({
      refunds: [{ state: 'SUCCEEDED', amount: { amount: '123.45' } }],
      payment: { state: 'REFUNDED' },
    });
    expect(await payment(opened)).toMatchObject({ refunded_minor: 12_345 });
  });

  test('by the terms leaves the penalty, and the ledger sums to zero', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const booking = await create(opened, 'tok_visa');
    opened.clock.set(Date.UTC(2027, 1, 27, 1, 30));
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    expect(quote).toMatchObject({ refund: { amount: '61.72' }, penalty: { amount: '61.73' } });
    await ask(opened, 'cancel', { input: { bookingId: booking.id, cancellationQuoteId: quote.id } });
    const [ledger] = await opened.database.query<{ balance: number; n: number }>(
      'SELECT SUM(amount_minor) AS balance, COUNT(*) AS n FROM ledger_entry',
    );
    expect(ledger).toMatchObject({ balance: 0, n: 10 });
    expect(await stock(opened)).toEqual({ held: 0, sold: 0 });
  });

  test('is bound to its quote: none, a foreign, an old one and one of another moment are refused', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const [first, second] = [await create(opened, 'tok_visa'), await create(opened, 'tok_visa')];
    const quoteOf = (id: string) => ask(opened, 'quoteCancellation', { variables: { input: { bookingId: id } } });
    const cancel = (cancellationQuoteId: string) =>
      ask(opened, 'cancel', { input: { bookingId: first.id, cancellationQuoteId } });
    const expired = {
      __typename: 'CancellationQuoteExpired',
      code: 'CANCELLATION_QUOTE_EXPIRED',
      path: ['input', 'cancellationQuoteId'],
    };
    expect(await cancel('cqt_none')).toMatchObject(expired);
    expect(await cancel((await quoteOf(second.id)).id)).toMatchObject(expired);
    const old = await quoteOf(first.id);
    opened.clock.advance(600_000);
    expect(await cancel(old.id)).toMatchObject(expired);
    const good = await quoteOf(first.id);
    expect(await cancel(good.id)).toMatchObject({ state: 'CANCELLED' });
    expect(await cancel(good.id)).toMatchObject({ __typename: 'BookingStateConflict' });
  });

  test('is quoted again and again without a trace: quotes that are over are forgotten', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const booking = await create(opened, 'tok_visa');
    const quote = () => ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    const kept = async () => (await opened.database.query('SELECT id FROM cancellation_quote')).length;
    await quote();
    opened.clock.advance(600_000);
    const good = await quote();
    await opened.bookings.application.purge();
    expect(await kept()).toBe(1);
    expect(
      await ask(opened, 'cancel', { input: { bookingId: booking.id, cancellationQuoteId: good.id } }),
    ).toMatchObject({
      state: 'CANCELLED',
    });
  });

  test('ledger entries can be changed by nobody', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    await create(opened, 'tok_visa');
    await expect(opened.database.execute('UPDATE ledger_entry SET amount_minor = 0')).rejects.toThrow('append-only');
    await expect(opened.database.execute('DELETE FROM ledger_entry')).rejects.toThrow('append-only');
  });
});
