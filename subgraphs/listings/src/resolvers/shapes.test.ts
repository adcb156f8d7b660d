import { expect, test } from '@jest/globals';
import { inWords } from './shapes.ts';

test.each([
  ['PRIVATE_ROOM', 'Private room'],
  ['SUV', 'SUV'],
  ['tv', 'TV'],
  ['cable-tv', 'Cable TV'],
  ['suvorov', 'Suvorov'],
])('%s in words is %s', (value, words) => {
  expect(inWords(value)).toBe(words);
});
