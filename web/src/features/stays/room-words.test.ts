import { expect, test } from '@jest/globals';
import { roomInWords } from './room-words.ts';

test.each([
  [{ maxGuests: 1, bedrooms: 1, beds: 2 }, 'up to 1 guest · 1 bedroom · 2 beds'],
  [{ maxGuests: 4, bedrooms: 2, beds: 1 }, 'up to 4 guests · 2 bedrooms · 1 bed'],
  [{ maxGuests: 2, bedrooms: null, beds: 0 }, 'up to 2 guests'],
])('a room of %o is %s', (room, expected) => {
  expect(roomInWords(room)).toBe(expected);
});
