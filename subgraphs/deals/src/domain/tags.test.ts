import { expect, test } from '@jest/globals';
import { type TagFacts, tagsOf } from './tags.ts';

const facts = (changes: Partial<TagFacts>): TagFacts => ({
  traits: [],
  stock: { left: 20, of: 20 },
  leadTimeInDays: 30,
  isFlight: true,
  ...changes,
});

test.each([
  ['four of twenty seats are low stock', { stock: { left: 4, of: 20 } }, ['LOW_STOCK']],
  ['five are not', { stock: { left: 5, of: 20 } }, []],
  ['a small plane that nobody has booked is not low', { stock: { left: 4, of: 4 } }, []],
  ['sold out is not low', { stock: { left: 0, of: 20 } }, []],
  ['the last of three rooms is low', { stock: { left: 1, of: 3 }, isFlight: false }, ['LOW_STOCK']],
  ['two of three are not', { stock: { left: 2, of: 3 }, isFlight: false }, []],
  ['a flight within a week is last minute', { leadTimeInDays: 6 }, ['LAST_MINUTE']],
  ['a stay within a week is not', { leadTimeInDays: 6, isFlight: false }, []],
] as const)('%s', (_rule, changes, tags) => {
  expect(tagsOf(facts(changes))).toEqual(tags);
});

test('what the listing states of itself becomes a tag, once, in one order', () => {
  expect(tagsOf(facts({ traits: ['INSTANT_BOOK', 'DIRECT', 'INSTANT_BOOK'] }))).toEqual(['DIRECT', 'INSTANT_BOOK']);
});
