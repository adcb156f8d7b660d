import { describe, expect, test } from '@jest/globals';
import { type BookingsUnderTest, type Options, openBookings, user } from './support/bookings-under-test.ts';
import { flight } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';
import { sweep } from './support/sweep.ts';

// What an account holds is kept from others and costs it nothing, so it holds a few things at a time.

async function open(options: Options = {}): Promise<BookingsUnderTest> {
  const opened = await openBookings(options);
  await opened.list(flight());
  return opened;
}

const hold = async (opened: BookingsUnderTest, changes: object = {}) =>
  ask(opened, 'hold', { input: holdInput([await opened.offer()], changes) });
const create = async (opened: BookingsUnderTest, paymentToken = 'tok_visa') =>
  ask(opened, 'create', { input: { ...holdInput([await opened.offer()]), paymentToken } });
const held = async (opened: BookingsUnderTest) => {
  const [row] = await opened.database.query<{ held: number }>('SELECT held FROM stock');
  return row?.held;
};

describe('an account that holds as many bookings as it may', () => {
  test('is told so, with the bound and the moment when the first hold ends, and nothing is taken', async () => {
    await using opened = await open({ holdsPerAccount: 2 });
    await hold(opened);
    opened.clock.advance(60_000);
    await hold(opened);
    expect(await hold(opened)).toEqual({
      __typename: 'TooManyHolds',
      code: 'TOO_MANY_HOLDS',
      message: 'You hold 2 bookings, as many as one account may. Pay for one or let one go, or wait until one ends.',
      path: ['input', 'offers'],
      retryable: true,
      limit: 2,
      retryAfter: '2027-01-01T12:10:00.000Z',
    });
    expect(await create(opened)).toMatchObject({ __typename: 'TooManyHolds' });
    expect(await held(opened)).toBe(2);
  });

  test('holds again once a hold has ended, under the key that was refused before', async () => {
    await using opened = await open({ holdsPerAccount: 1 });
    await hold(opened);
    opened.clock.advance(300_000);
    const again = holdInput([await opened.offer()]);
    expect(await ask(opened, 'hold', { input: again })).toMatchObject({ __typename: 'TooManyHolds' });
    opened.clock.advance(300_000);
    await sweep(opened.bookings.application);
    expect(await ask(opened, 'hold', { input: again })).toMatchObject({ __typename: 'Booking', state: 'HELD' });
  });

  test('holds again once one is paid for, or let go', async () => {
    await using opened = await open({ holdsPerAccount: 1 });
    const first = await hold(opened);
    await ask(opened, 'pay', { input: { bookingId: first.id, paymentToken: 'tok_visa' } });
    const second = await hold(opened);
    expect(second).toMatchObject({ state: 'HELD' });
    await ask(opened, 'release', { input: { bookingId: second.id } });
    expect(await hold(opened)).toMatchObject({ state: 'HELD' });
  });

  test('gets the first answer when it repeats the request for a hold that it has', async () => {
    await using opened = await open({ holdsPerAccount: 1 });
    const input = holdInput([await opened.offer()]);
    const first = await ask(opened, 'hold', { input });
    expect(await ask(opened, 'hold', { input })).toMatchObject({ __typename: 'Booking', id: first.id });
  });

  test('keeps nobody else from holding', async () => {
    await using opened = await open({ holdsPerAccount: 1 });
    await hold(opened);
    const input = holdInput([await opened.offer()]);
    expect(await ask(opened, 'hold', { input, as: user('usr_bob', 'TRAVELER') })).toMatchObject({ state: 'HELD' });
  });

  test('is told the moment when there is room again, though it held more before the bound was lowered', async () => {
    await using opened = await open({ holdsPerAccount: 3 });
    for (let count = 0; count < 3; count += 1) {
      await hold(opened);
      opened.clock.advance(60_000);
    }
    await using lowered = await opened.again({ holdsPerAccount: 2 });
    const input = holdInput([await opened.offer()]);
    expect(await ask(lowered, 'hold', { input })).toMatchObject({
      limit: 2,
      retryAfter: '2027-01-01T12:11:00.000Z',
    });
  });
});

test('an account may hold ten bookings at once, unless set otherwise', async () => {
  await using opened = await open();
  for (let count = 0; count < 10; count += 1) expect(await hold(opened)).toMatchObject({ state: 'HELD' });
  expect(await hold(opened)).toMatchObject({ __typename: 'TooManyHolds', limit: 10 });
});

test('holds asked for at the same moment keep to the bound', async () => {
  await using opened = await open({ holdsPerAccount: 3 });
  const answers = await Promise.all(Array.from({ length: 9 }, () => hold(opened)));
  const types = answers.map(({ __typename }) => __typename).sort();
  expect(types).toEqual([...Array(3).fill('Booking'), ...Array(6).fill('TooManyHolds')]);
  expect(await held(opened)).toBe(3);
});
