import { expect, test } from '@jest/globals';
import { topicLags } from './topic-lags.ts';

test('partitions add up per group and topic, and who is furthest behind comes first', () => {
  const rows = [
    { group: 'users', topic: 'bookings', end: 5, lag: 0 },
    { group: 'deals', topic: 'listings', end: 10, lag: 2 },
    { group: 'deals', topic: 'listings', end: 7, lag: 1 },
  ];
  expect(topicLags(rows)).toEqual([
    { group: 'deals', topic: 'listings', end: 17, lag: 3, partitions: 2 },
    { group: 'users', topic: 'bookings', end: 5, lag: 0, partitions: 1 },
  ]);
});
