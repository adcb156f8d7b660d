import { expect, test } from '@jest/globals';
import { conditionOf, whichOf } from './watch-words.ts';

const flight = {
  kind: 'FLIGHT',
  place: 'London',
  startsAt: '2027-03-01T08:05',
  endsAt: null,
  timeZone: 'UTC',
  flightNumbers: ['BA 12'],
} as const;

test('two flights of one route are told apart by their numbers and days', () => {
  expect(whichOf(flight)).toMatch(/^BA 12 · .*1/);
  expect(whichOf(flight)).not.toBe(whichOf({ ...flight, startsAt: '2027-03-02T08:05' }));
  expect(whichOf({ ...flight, kind: 'CAR', startsAt: null, flightNumbers: [] })).toBe('London');
});

test('a watch says when it tells', () => {
  const threshold = { __typename: 'Money', amount: '300.00', currency: 'USD' } as const;
  expect(conditionOf({ threshold, stockBelow: 3 })).toMatch(
    /^Tells you at .*300.* or below, or when fewer than 3 are left\.$/,
  );
});
