import { describe, expect, test } from '@jest/globals';
import { createCursors } from '../identity/cursor.ts';
import { createList, pageSize, toConnection } from './pages.ts';

const cursors = createCursors({ key: new Uint8Array(32) });

describe('the size of a page', () => {
  test.each([
    [undefined, 20],
    [null, 20],
    [1, 1],
    [100, 100],
  ])('%p rows are asked for, %p answered', (first, size) => expect(pageSize(first)).toBe(size));

  test.each([0, -1, 101])('%p is refused, and the caller learns what would be right', (first) => {
    expect(() => pageSize(first)).toThrow('`first` is a number from 1 to 100.');
  });

  test('a list may have other bounds', () => {
    expect([pageSize(null, { usual: 50 }), pageSize(500, { most: 500 })]).toEqual([50, 500]);
  });
});

describe('a list', () => {
  const place = { position: 7, id: 'sta_1' };

  test('takes its own cursors back', () => {
    const list = createList(cursors, 'stars');
    expect(list.placeOf(list.cursorOf(place))).toEqual(place);
    expect([list.placeOf(null), list.placeOf(undefined), list.placeOf('')]).toEqual([undefined, undefined, undefined]);
  });

  test("refuses another list's cursors and nonsense, which look the same to a caller", () => {
    const list = createList(cursors, 'stars:usr_1');
    const foreign = createList(cursors, 'stars:usr_2').cursorOf(place);
    for (const after of [foreign, 'nonsense']) expect(() => list.placeOf(after)).toThrow('no cursor of this list');
  });
});

test('a connection tells where its page begins and ends; an empty one begins nowhere', () => {
  const ends = { cursorOf: (name: string, index: number) => `${name}${index}`, hasNext: true, hasPrevious: false };
  expect(toConnection(['a', 'b'], ends)).toEqual({
    edges: [
      { cursor: 'a0', node: 'a' },
      { cursor: 'b1', node: 'b' },
    ],
    pageInfo: { startCursor: 'a0', endCursor: 'b1', hasNextPage: true, hasPreviousPage: false },
  });
  expect(toConnection([], ends).pageInfo).toMatchObject({ startCursor: null, endCursor: null });
});
