import { expect, test } from '@jest/globals';
import { outboxesIn } from './outboxes.ts';

test('a service that does not answer keeps its row, and the others theirs', () => {
  const state = {
    __typename: 'OutboxState',
    service: 'x',
    waiting: 2,
    oldestWaitingAt: null,
    lastPublishedAt: null,
  } as const;
  const answer = { usersOutbox: state, listingsOutbox: null, bookingsOutbox: state, dealsOutbox: state };
  expect(outboxesIn(answer)).toEqual([
    { service: 'users', state },
    { service: 'listings', state: null },
    { service: 'bookings', state },
    { service: 'deals', state },
  ]);
});
