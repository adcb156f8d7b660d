import { expect, test } from '@jest/globals';
import { createCarriedValues } from '../playground/src/carried-values.ts';

const openCarried = () => {
  let made = 0;
  return createCarriedValues(() => `key-${++made}`);
};

const found = { searchFlights: { edges: [{ node: { id: 'flt_1', offer: { token: 'signed' } } }] } };

test('what one answer has is filled into the variables that a later operation needs', () => {
  const carried = openCarried();
  carried.remember(found);
  expect(carried.fill('query ($offer: String!, $listingId: ID!) { a }', {})).toEqual({
    offer: 'signed',
    listingId: 'flt_1',
  });
});

test('what was given stays, and what is optional, unknown or not yet answered is left out', () => {
  const carried = openCarried();
  carried.remember(found);
  const query = 'query ($offer: String!, $listingId: ID, $bookingId: ID!, $other: ID!, $first: Int! = 1) { a }';
  expect(carried.fill(query, { offer: 'mine' })).toEqual({ offer: 'mine' });
});

test('a later answer counts, and one without a value changes nothing', () => {
  const carried = openCarried();
  for (const id of ['bkg_1', 'bkg_2']) carried.remember({ holdBooking: { id } });
  for (const data of [null, undefined, { holdBooking: null }, { holdBooking: { code: 'SOLD_OUT' } }])
    carried.remember(data);
  expect(carried.fill('query ($bookingId: ID!) { a }', {})).toEqual({ bookingId: 'bkg_2' });
});

test('each write has an idempotency key of its own', () => {
  const carried = openCarried();
  const fill = () => carried.fill('mutation ($idempotencyKey: ID!) { a }', {});
  expect([fill(), fill()]).toEqual([{ idempotencyKey: 'key-1' }, { idempotencyKey: 'key-2' }]);
});

test('half a text needs nothing', () => {
  expect(openCarried().fill('query ($offer: String!', { a: 1 })).toEqual({ a: 1 });
});
