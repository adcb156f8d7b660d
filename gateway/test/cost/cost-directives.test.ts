import { describe, expect, test } from '@jest/globals';
import { loadCosted } from './library.ts';

describe('the cost directives of a supergraph', () => {
  test('are read under whatever names it imports them', () => {
    const sdl = 'type Query { page(first: Int): [Int] @size(slicingArguments: ["first"]) @price(weight: 3) }';
    const { cost } = loadCosted(sdl, '[{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@size" }]');
    expect([...cost.weights]).toEqual([['Query.page', 3]]);
    expect([...cost.listSizes]).toEqual([
      ['Query.page', { slicingArguments: ['first'], sizedFields: [], requireOneSlicingArgument: true }],
    ]);
  });

  test('are none where the supergraph has none', () => {
    const { cost } = loadCosted('type Query { page: Int }', '["@tag"]');
    expect([cost.weights.size, cost.listSizes.size]).toEqual([0, 0]);
  });

  test.each([
    [
      'LIST_SIZE_INVALID_SLICING_ARGUMENT',
      'a slicing argument that is not there',
      'page(first: Int): [Int] @listSize(slicingArguments: ["last"])',
    ],
    [
      'LIST_SIZE_INVALID_SLICING_ARGUMENT',
      'a slicing argument that is no integer',
      'page(first: [Int]): [Int] @listSize(slicingArguments: ["first"])',
    ],
    [
      'LIST_SIZE_APPLIED_TO_NON_LIST',
      'a sized field that is no list',
      'page: Page @listSize(assumedSize: 3, sizedFields: ["title"])',
    ],
    ['LIST_SIZE_APPLIED_TO_NON_LIST', 'a list size without a list', 'page: Int @listSize(assumedSize: 3)'],
    ['LIST_SIZE_INVALID_ASSUMED_SIZE', 'a negative size', 'page: [Int] @listSize(assumedSize: -3)'],
    [
      'COST_APPLIED_TO_INTERFACE_FIELD',
      'a weight on the field of an interface',
      'a: A } interface A { a: Int @cost(weight: 3)',
    ],
  ])('%s: %s does not compose, so the estimate need not ask', (code, _name, field) => {
    expect(() => loadCosted(`type Query { id: ID ${field} } type Page { title: String }`)).toThrow(code);
  });
});
