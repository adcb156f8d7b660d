import { expect, test } from '@jest/globals';
import { cityOf } from './city-of.ts';

test.each([
  ['John F. Kennedy International Airport (JFK), New York', 'New York'],
  ['London, United Kingdom', 'London, United Kingdom'],
  ['Airport (of old), Town', 'Airport (of old), Town'],
])('%s is headed %s', (label, expected) => {
  expect(cityOf(label)).toBe(expected);
});
