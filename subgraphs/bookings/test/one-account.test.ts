import { expect, test } from '@jest/globals';
import { ada, openBookings, support } from './support/bookings-under-test.ts';
import { flight } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';

test('operators narrow bookings and payments to one account, whatever else they look for', async () => {
  await using opened = await openBookings();
  await opened.list(flight());
  const input = { ...holdInput([await opened.offer()]), paymentToken: 'tok_visa' };
  const booking = await ask(opened, 'create', { input });
  const query = `query ($traveler: ID, $search: String) {
    bookings(traveler: $traveler, search: $search) { totalCount } payments(traveler: $traveler, search: $search) { totalCount } }`;
  const count = async (variables: object) => {
    const { bookings, payments } = await opened.run(query, { ...variables }, support);
    return [bookings.totalCount, payments.totalCount];
  };
  expect(await count({ traveler: 'usr_ada' })).toEqual([1, 1]);
  expect(await count({ traveler: 'usr_ben' })).toEqual([0, 0]);
  expect(await count({ traveler: 'usr_ada', search: booking.reference })).toEqual([1, 1]);
  expect(await count({ traveler: 'usr_ben', search: booking.reference })).toEqual([0, 0]);
  expect(await opened.run(query, { traveler: 'usr_ada' }, ada)).toEqual({ bookings: null, payments: null });
});
