import { describe, expect, test } from '@jest/globals';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { userDeleted } from '@meridian/schema/events/users';
import { type BookingsUnderTest, openBookings, user } from './support/bookings-under-test.ts';
import { caughtUp } from './support/caught-up.ts';
import { flight } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';
import { sweep } from './support/sweep.ts';

const inputOf = async (opened: BookingsUnderTest, changes: object = {}) => ({
  ...holdInput([await opened.offer()], { contactEmail: 'ada@example.org' }),
  ...changes,
});
const card = { paymentToken: 'tok_visa' };

/** Tells that Ada's account was deleted, and waits until it is known here. */
async function deleteAda(opened: BookingsUnderTest): Promise<void> {
  const createEvent = createEventFactory({ source: '/meridian/users', clock: opened.clock, ids: opened.ids });
  const data = { userId: 'usr_ada', publicProfileId: 'prf_ada' };
  const event = createEvent({ type: userDeleted.type, version: 1, subject: 'usr_ada', sequence: 2, data });
  await opened.log.append([{ topic: 'users', key: 'usr_ada', eventId: event.id, value: JSON.stringify(event) }]);
  await caughtUp(opened);
}

const read = (opened: BookingsUnderTest, id: string) => ask(opened, 'booking', { variables: { id } });

/** Whether a name or an address stands anywhere in the database. */
async function namesKept(opened: BookingsUnderTest): Promise<boolean> {
  const bookings = await opened.database.query('SELECT * FROM booking');
  const answers = await opened.database.query('SELECT * FROM operation');
  return /Ada|Lovelace|ada@example/.test(JSON.stringify([bookings, answers]));
}

const refused = {
  __typename: 'NotPermitted',
  code: 'NOT_PERMITTED',
  message: 'This account was deleted: it books nothing more. Sign in with another one.',
};

describe('a deleted account', () => {
  test('leaves what is over without a name', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const booking = await ask(opened, 'create', { input: await inputOf(opened, card) });
    const quote = await ask(opened, 'quoteCancellation', { variables: { input: { bookingId: booking.id } } });
    await ask(opened, 'cancel', { input: { bookingId: booking.id, cancellationQuoteId: quote.id } });
    await deleteAda(opened);
    expect(await read(opened, booking.id)).toMatchObject({ state: 'CANCELLED', travelers: [], contactEmail: null });
    expect(await namesKept(opened)).toBe(false);
  });

  test('that booked in its last moments travels under its name, which goes once the trip is over', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const booking = await ask(opened, 'create', { input: await inputOf(opened, card) });
    await deleteAda(opened);
    expect(await read(opened, booking.id)).toMatchObject({
      state: 'CONFIRMED',
      travelers: [{ givenName: 'Ada' }],
      contactEmail: 'ada@example.org',
    });
    opened.clock.advance(366 * 86_400_000);
    await sweep(opened.bookings.application);
    expect(await read(opened, booking.id)).toMatchObject({ state: 'COMPLETED', travelers: [], contactEmail: null });
    expect(await namesKept(opened)).toBe(false);
  });

  test('holds nothing more with the access token that it has left, and books nothing', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    await deleteAda(opened);
    const input = await inputOf(opened);
    expect(await ask(opened, 'hold', { input })).toMatchObject(refused);
    expect(await ask(opened, 'create', { input: { ...input, ...card } })).toMatchObject(refused);
    expect(await namesKept(opened)).toBe(false);
    expect(await opened.database.query('SELECT held FROM stock WHERE held > 0')).toHaveLength(0);
    const bob = user('usr_bob', 'TRAVELER');
    expect(await ask(opened, 'hold', { input: await inputOf(opened), as: bob })).toMatchObject({ state: 'HELD' });
  });

  test('cannot pay for what it held, which is free again after its ten minutes, without a name', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const input = await inputOf(opened);
    const booking = await ask(opened, 'hold', { input });
    await deleteAda(opened);
    expect(await ask(opened, 'pay', { input: { bookingId: booking.id, ...card } })).toMatchObject(refused);
    expect(await ask(opened, 'hold', { input })).toMatchObject(refused);
    opened.clock.advance(600_000);
    await sweep(opened.bookings.application);
    expect(await read(opened, booking.id)).toMatchObject({ state: 'EXPIRED', travelers: [] });
    expect(await namesKept(opened)).toBe(false);
  });

  test('lets a hold go, and nothing keeps the name: not the answer under its key either', async () => {
    await using opened = await openBookings();
    await opened.list(flight());
    const booking = await ask(opened, 'hold', { input: await inputOf(opened) });
    await deleteAda(opened);
    expect(await ask(opened, 'release', { input: { bookingId: booking.id } })).toMatchObject({ state: 'EXPIRED' });
    expect(await namesKept(opened)).toBe(false);
  });
});

test('no event ever held a name or an address', async () => {
  await using opened = await openBookings();
  await opened.list(flight());
  await ask(opened, 'create', { input: await inputOf(opened, card) });
  const events = await opened.published();
  expect(events.length).toBeGreaterThan(5);
  for (const secret of ['Lovelace', 'ada@example.org']) expect(JSON.stringify(events)).not.toContain(secret);
});
