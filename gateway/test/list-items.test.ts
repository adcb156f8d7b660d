import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { createListItemLimit } from '../src/cost/list-items.ts';
import { ask, codesOf, openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `itm_${index}`);
const byVariable = 'query ($of: [ID!]) { labels(of: $of) }';
const inText = (count: number) => `{ labels(of: [${ids(count).map((id) => `"${id}"`)}]) }`;

describe('lists in an operation and its variables', () => {
  test.each(['/graphql', '/public/graphql'])('hold a thousand items at %s, and not one more', async (path) => {
    await using shop = await openShop();
    const passed = await ask(shop, byVariable, { path, variables: { of: ids(1000) } });
    expect(passed.data?.labels).toHaveLength(1000);
    const refused = await ask(shop, byVariable, { path, variables: { of: ids(1001) } });
    expect([refused.status, codesOf(refused)]).toEqual([400, ['OPERATION_TOO_MANY_LIST_ITEMS']]);
  });

  test('hold as many over a websocket', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop);
    const first = (count: number) => socket.subscribe(byVariable, { of: ids(count) }).next();
    expect((await first(1000)).value?.errors).toBeUndefined();
    await expect(first(1001)).rejects.toMatchObject([{ extensions: { code: 'OPERATION_TOO_MANY_LIST_ITEMS' } }]);
  });

  test('hold as many in the text as in variables', async () => {
    await using shop = await openShop({ options: { maxListItems: 20 } });
    expect((await ask(shop, inText(20))).data?.labels).toHaveLength(20);
    expect(codesOf(await ask(shop, inText(21)))).toEqual(['OPERATION_TOO_MANY_LIST_ITEMS']);
  });
});

describe('the items that count', () => {
  const limit = createListItemLimit(5);
  const document = parse('{ a }');
  const refused = (variables: Record<string, unknown>, text = document) => limit({ document: text, variables });

  test.each([
    ['none', {}, undefined],
    ['those of one list', { a: [1, 2, 3, 4, 5] }, undefined],
    ['those of all lists together', { a: [1, 2, 3], b: [4, 5, 6] }, 'OPERATION_TOO_MANY_LIST_ITEMS'],
    ['those within objects', { a: { b: { c: [1, 2, 3, 4, 5, 6] } } }, 'OPERATION_TOO_MANY_LIST_ITEMS'],
    [
      'lists within lists, and what is in them',
      {
        a: [
          [1, 2],
          [3, 4],
        ],
      },
      'OPERATION_TOO_MANY_LIST_ITEMS',
    ],
    ['no objects, texts and nulls by themselves', { a: { b: null, c: 'abcdefgh' }, d: 1 }, undefined],
  ])('are %s', (_name, variables, code) => {
    expect(refused(variables)?.extensions.code).toBe(code);
  });

  test('are those of text and variables together', () => {
    const text = parse('{ a(b: [1, 2], c: { d: [3] }) }');
    expect(refused({ e: [4, 5] }, text)).toBeUndefined();
    expect(refused({ e: [4, 5, 6] }, text)?.message).toBe(
      'The lists in the operation and its variables have more than 5 items in all. Send them in several operations.',
    );
  });

  test('are counted without a deep stack and not beyond the limit', () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) nested = { nested };
    expect(refused({ nested })).toBeUndefined();
    let lists: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) lists = [lists];
    expect(refused({ lists })?.extensions.code).toBe('OPERATION_TOO_MANY_LIST_ITEMS');
  });
});
