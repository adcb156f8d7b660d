import { expect, test } from '@jest/globals';
import type { EventEntryFragment } from '../../generated/features/events/events.ts';
import { fits, withEvent } from './kept-events.ts';

const event = (id: string, minute: number, part: Partial<EventEntryFragment> = {}): EventEntryFragment => ({
  __typename: 'LiveEvent',
  cursor: id,
  id,
  type: 'booking.confirmed',
  topic: 'bookings',
  time: `2027-03-01T09:0${minute}:00.000Z`,
  subject: 'bkg_1',
  source: 'bookings',
  data: {},
  ...part,
});

const keep = (...events: readonly EventEntryFragment[]) =>
  events.reduce<readonly EventEntryFragment[]>(withEvent, []).map(({ id }) => id);

test('events stand the newest first, each once, in whatever order they come', () => {
  expect(keep(event('b', 2), event('c', 3), event('a', 1), event('b', 2))).toEqual(['c', 'b', 'a']);
  expect(keep(event('first', 1), event('second', 1))).toEqual(['second', 'first']);
});

test('an event fits what is asked for by topic, type and what it is about', () => {
  const found = event('a', 1);
  expect(fits({}, found)).toBe(true);
  expect(fits({ topics: ['bookings'], types: ['booking.confirmed'], subject: 'bkg_1' }, found)).toBe(true);
  expect(
    [{ topics: ['users'] }, { types: ['booking.held'] }, { subject: 'bkg_2' }].map((filter) => fits(filter, found)),
  ).toEqual([false, false, false]);
});
