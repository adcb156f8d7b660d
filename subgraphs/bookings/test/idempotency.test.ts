import { describe, expect, test } from '@jest/globals';
import { ada, type BookingsUnderTest, openBookings, user } from './support/bookings-under-test.ts';
import { createGate } from './support/gate.ts';
import { flight } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';

const payInput = (bookingId: string) => ({ bookingId, paymentToken: 'tok_visa', idempotencyKey: 'pay-it-once' });
const charges = (opened: BookingsUnderTest) =>
  opened.sandbox
    .query<{ state: string }>('SELECT state FROM sandbox_payment')
    .then((rows) => rows.map(({ state }) => state));

describe('an idempotency key', () => {
  test('answers a hold as at first, also when its offer has expired and the booking has moved on', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = holdInput([await opened.offer()]);
    const first = await ask(opened, 'hold', { input });
    await ask(opened, 'release', { input: { bookingId: first.id } });
    opened.clock.advance(23 * 3_600_000);
    expect(await ask(opened, 'hold', { input })).toMatchObject({ id: first.id, state: 'HELD' });
  });

  test('with another input is refused, and another traveler’s is another key', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = holdInput([await opened.offer()]);
    await ask(opened, 'hold', { input });
    const other = { ...input, contactEmail: 'ada@example.org' };
    expect(await ask(opened, 'hold', { input: other })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await ask(opened, 'hold', { input: other, as: user('usr_bob', 'TRAVELER') })).toMatchObject({
      state: 'HELD',
    });
  });

  test('with another input points to the key, whatever else the mutation is about', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const held = await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    const paid = { bookingId: held.id, paymentToken: 'tok_visa' };
    const created = { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' };
    const unwanted = await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    const cases = [
      ['hold', holdInput([await opened.offer()]), { contactEmail: 'ada@example.org' }],
      ['pay', { ...paid, idempotencyKey: 'pay-it-once' }, { paymentToken: 'tok_mastercard' }],
      ['create', created, { paymentToken: 'tok_mastercard' }],
      ['release', { bookingId: unwanted.id, idempotencyKey: 'let-it-go-once' }, { bookingId: held.id }],
    ] as const;
    for (const [mutation, input, change] of cases) {
      expect((await ask(opened, mutation, { input })).state).toBeDefined();
      expect([mutation, await ask(opened, mutation, { input: { ...input, ...change } })]).toMatchObject([
        mutation,
        { code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] },
      ]);
    }
  });

  test('is forgotten after two days, not before one', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    await ask(opened, 'create', { input: { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' } });
    const kept = async () => (await opened.database.query('SELECT id FROM operation')).length;
    opened.clock.advance(24 * 3_600_000);
    await opened.bookings.application.purge();
    expect(await kept()).toBe(1);
    opened.clock.advance(24 * 3_600_000 + 1);
    await opened.bookings.application.purge();
    expect(await kept()).toBe(0);
  });

  test('answers as at first after a restart, and to a later session of the same account', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' };
    const first = await ask(opened, 'create', { input });
    await using restarted = await opened.again();
    expect(first).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED' });
    expect(await ask(restarted, 'create', { input })).toEqual(first);
    const later = {
      ...ada,
      sessionId: 'ses_later',
      roles: ['TRAVELER', 'OWNER'],
      scopes: ['requests:answer'],
    } as const;
    expect(await ask(restarted, 'create', { input, as: later })).toEqual(first);
    expect(await charges(opened)).toEqual(['CAPTURED']);
  });

  test('in flight is in progress: the second request neither waits nor pays', async () => {
    const gate = createGate('authorise');
    await using opened = await openBookings({ provider: gate.provider });
    await opened.list(flight());
    const held = await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    const input = payInput(held.id);
    const first = ask(opened, 'pay', { input });
    await gate.reached;
    expect(await ask(opened, 'pay', { input })).toMatchObject({
      __typename: 'IdempotencyInProgress',
      code: 'IDEMPOTENCY_IN_PROGRESS',
      path: ['input', 'idempotencyKey'],
      retryable: true,
    });
    gate.open();
    const paid = await first;
    expect(paid).toMatchObject({ state: 'CONFIRMED' });
    expect(await ask(opened, 'pay', { input })).toEqual(paid);
  });

  test('of a request that hangs is gone on with by its repetition once the lease is over: charged once', async () => {
    const gate = createGate('authorise');
    await using opened = await openBookings({ provider: gate.provider });
    await opened.list(flight());
    const held = await ask(opened, 'hold', { input: holdInput([await opened.offer()]) });
    const hanging = ask(opened, 'pay', { input: payInput(held.id) });
    await gate.reached;
    opened.clock.advance(20_000);
    const repeated = ask(opened, 'pay', { input: payInput(held.id) });
    gate.open();
    expect(await Promise.all([hanging, repeated])).toMatchObject([
      { id: held.id, state: 'CONFIRMED' },
      { id: held.id, state: 'CONFIRMED' },
    ]);
    expect(await charges(opened)).toEqual(['CAPTURED']);
    const [stock] = await opened.database.query('SELECT held, sold FROM stock');
    expect(stock).toMatchObject({ held: 0, sold: 1 });
  });
});
