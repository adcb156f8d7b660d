import { expect, test } from '@jest/globals';
import { createRecentIds } from './recent-ids.ts';

test('an id is new once, while it is remembered', () => {
  const ids = createRecentIds(2);
  expect([ids.add('a'), ids.add('a'), ids.add('b'), ids.add('a')]).toEqual([true, false, true, false]);
});

test('the oldest ids are forgotten first, so that no stream fills the memory', () => {
  const ids = createRecentIds(2);
  for (const id of ['a', 'b', 'c']) ids.add(id);
  expect(['a', 'b', 'c'].map(ids.has)).toEqual([false, true, true]);
});
