import { describe, expect, test } from '@jest/globals';
import { openLibrary } from './library.ts';

const estimate = openLibrary();

type Figure = Readonly<{ of: string; with?: Readonly<Record<string, unknown>>; costs: number }>;

const book = '{ title author { name } publisher { name address { zipCode } } }';

/** Figures are worked out by hand; the sum stands beside those that are more than one step. */
const rules: Readonly<Record<string, readonly Figure[]>> = {
  'an object is one unit, a scalar none': [
    { of: '{ __typename }', costs: 0 },
    { of: '{ book { title } }', costs: 1 },
    { of: '{ book { title author { name } } }', costs: 2 },
    { of: '{ __schema { types { name fields { name } } } }', costs: 0 },
  ],
  'a weight on a type stands in the place of the one': [
    // book 1 + author 1 + publisher 1 + address 5, as on Apollo Router's page
    { of: `{ book ${book} }`, costs: 8 },
    { of: '{ cover }', costs: 3 },
    { of: '{ covers }', costs: 4 * 3 },
  ],
  'a list costs its items as often as is assumed of it': [
    { of: `{ bestsellers ${book} }`, costs: 5 * 8 },
    { of: `{ shelf ${book} }`, costs: 10 * 8 },
    { of: '{ shelves { title } }', costs: 10 * 10 },
    { of: '{ topProducts }', costs: 5 },
  ],
  'a slicing argument says how often, as a literal, a variable, a default of either': [
    { of: `{ newestAdditions(limit: 3) ${book} }`, costs: 3 * 8 },
    { of: 'query ($n: Int!) { newestAdditions(limit: $n) { title } }', with: { n: 7 }, costs: 7 },
    { of: 'query ($n: Int! = 4) { newestAdditions(limit: $n) { title } }', costs: 4 },
    { of: 'query ($n: Int! = 4) { newestAdditions(limit: $n) { title } }', with: { n: 2 }, costs: 2 },
    { of: '{ book { chapters { title } } }', costs: 1 + 3 },
    { of: 'query ($n: Int) { book { chapters(first: $n) { title } } }', costs: 1 + 3 },
  ],
  'a slicing argument goes before the assumed size, which is for when there is none': [
    { of: '{ recent(first: 2) { title } }', costs: 2 },
    { of: '{ recent { title } }', costs: 7 },
    { of: '{ recent(first: null) { title } }', costs: 7 },
    { of: '{ book { chapters(first: null) { title } } }', costs: 1 + 3 },
    { of: 'query ($n: Int) { recent(first: $n) { title } }', with: { n: null }, costs: 7 },
  ],
  'of several slicing arguments the largest counts, a default too': [
    // connection 1 + 20 edges
    { of: '{ catalogue(last: 4) { edges { node { title } } } }', costs: 1 + 20 * 2 },
    { of: '{ catalogue(first: 3, last: 4) { edges { node { title } } } }', costs: 1 + 4 * 2 },
  ],
  'sized fields take the size, other lists beside them do not': [
    { of: '{ catalogue(first: 2) { total edges { node { title } } } }', costs: 1 + 2 * 2 },
    { of: '{ catalogue(first: 2) { related { node { title } } } }', costs: 1 + 10 * 2 },
    {
      of: '{ catalogue(first: 2) { ...C } } fragment C on BookConnection { ... { edges { node { title } } } }',
      costs: 5,
    },
    {
      of: 'query ($a: Int, $b: Int) { a: catalogue(first: $a) { ...C } b: catalogue(first: $b) { ...C } } fragment C on BookConnection { edges { node { title } } }',
      with: { a: 2, b: 30 },
      costs: 1 + 2 * 2 + 1 + 30 * 2,
    },
  ],
  'lists within lists multiply': [
    // 2 books, each with 5 chapters, each with its book
    { of: '{ recent(first: 2) { chapters(first: 5) { book { title } } } }', costs: 2 * (1 + 5 * (1 + 1)) },
    {
      of: 'query ($n: Int) { recent(first: $n) { chapters(first: $n) { title } } }',
      with: { n: 6 },
      costs: 6 * (1 + 6),
    },
  ],
  'a weight on a field is added once per call': [
    { of: '{ mostPopular { title } }', costs: 5 + 1 },
    { of: '{ a: mostPopular { title } b: mostPopular { title } }', costs: 2 * 6 },
  ],
  'weights of arguments and input fields are added to their field, down to nothing and no further': [
    { of: '{ topProducts(filter: { text: "a" }) }', costs: 5 + 15 },
    { of: '{ topProducts(filter: { precision: ROUGH }) }', costs: 5 + 15 - 12 },
    { of: 'query ($f: Filter) { topProducts(filter: $f) }', with: { f: { precision: 'ROUGH' } }, costs: 8 },
    { of: 'query ($p: Precision) { topProducts(filter: { precision: $p }) }', with: { p: 'ROUGH' }, costs: 8 },
    { of: 'query ($p: Precision) { topProducts(filter: { precision: $p }) }', costs: 20 },
    { of: 'query ($f: Filter) { topProducts(filter: $f) }', costs: 5 },
    { of: '{ mostPopular(approximate: ROUGH) { title } }', costs: 5 - 3 + 1 },
    { of: '{ mostPopular(guess: true) { title } }', costs: 0 + 1 },
  ],
  'an argument with a weight and a default counts as given, unless it is null': [
    { of: '{ sorted { title } }', costs: 6 + 1 },
    { of: 'query ($p: Precision) { sorted(by: $p) { title } }', costs: 6 + 1 },
    { of: 'query ($p: Precision) { sorted(by: $p) { title } }', with: { p: null }, costs: 1 },
  ],
  'an input object is one unit each, its defaults count as given': [
    { of: '{ find(by: [{ isbn: "1" }, { isbn: "2" }]) { title } }', costs: 2 + 1 },
    { of: '{ find(by: { isbns: ["1", "2", "3"] }) { title } }', costs: 1 + 2 + 1 },
    { of: 'query ($k: [Key!]) { find(by: $k) { title } }', with: { k: [{}, {}, {}] }, costs: 3 + 1 },
    { of: '{ find(page: {}) { title } }', costs: 1 + 4 + 1 },
    { of: '{ find(page: { size: null }) { title } }', costs: 1 + 1 },
  ],
  'an abstract type costs what its dearest object does': [
    // Novel 1 + 2 + 1, Atlas 4 + 20 + 1
    { of: '{ thing { preview { url } } }', costs: 25 },
    { of: '{ thing { ... on Novel { preview { url } } } }', costs: 4 },
    { of: '{ thing { ... on Novel { parts(first: 30) { number } } ... on Atlas { preview { url } } } }', costs: 31 },
    { of: '{ media { ... on Thing { preview { url } } } }', costs: 3 * 25 },
    { of: '{ media { __typename } }', costs: 3 * 4 },
  ],
  'the list size of an interface holds for its objects': [
    // Novel 1 + 6, Atlas 4 + 6
    { of: '{ thing { parts { number } } }', costs: 10 },
    { of: '{ thing { parts(first: 2) { number } } }', costs: 6 },
    { of: '{ thing { ... on Novel { parts { number } } } }', costs: 7 },
  ],
  'a root field of a mutation is ten units, beside its weight': [
    { of: 'mutation { lend { title } }', costs: 10 + 1 },
    { of: 'mutation { return { title } }', costs: 10 + 7 + 1 },
    { of: 'mutation { lend { title } again: lend { title } }', costs: 22 },
  ],
  'what is left out costs nothing': [
    { of: '{ book { title author @skip(if: true) { name } } }', costs: 1 },
    { of: '{ book { title ... @include(if: false) { author { name } } } }', costs: 1 },
    { of: 'query ($x: Boolean!) { shelf @include(if: $x) { title } }', with: { x: true }, costs: 10 },
    { of: 'query ($x: Boolean!) { shelf @include(if: $x) { title } }', with: { x: false }, costs: 0 },
    {
      of: 'query ($x: Boolean! = true) { book { ...A @skip(if: $x) } } fragment A on Book { author { name } }',
      costs: 1,
    },
    {
      of: 'query ($x: Boolean!, $y: Boolean!) { shelf @include(if: $x) @skip(if: $y) { title } }',
      with: { x: true, y: true },
      costs: 0,
    },
  ],
  'no page makes anything cheaper than nothing, or dearer than a number can say': [
    { of: '{ recent(first: -5) { title } book { title } }', costs: 1 },
    { of: 'query ($n: Int) { recent(first: $n) { title } }', with: { n: 'many' }, costs: 7 },
    { of: 'query ($n: Int) { recent(first: $n) { title } }', with: { n: Number.NaN }, costs: 7 },
    { of: 'query ($n: Int) { recent(first: $n) { title } }', with: { n: Number.POSITIVE_INFINITY }, costs: 7 },
    { of: '{ recent(first: 2147483647) { title } }', costs: 2_147_483_647 },
    {
      of: 'query ($n: Int) { recent(first: $n) { chapters(first: $n) { book { chapters(first: $n) { title } } } } }',
      with: { n: 2_147_483_647 },
      costs: Number.MAX_SAFE_INTEGER,
    },
  ],
  'the same selection twice counts twice, in a fragment or not': [
    { of: '{ book { author { name } author { name } } }', costs: 1 + 2 },
    { of: '{ book { ...A ...A } } fragment A on Book { author { name } }', costs: 1 + 2 },
  ],
};

describe.each(Object.entries(rules))('%s', (_rule, figures) => {
  test.each(figures)('$of costs $costs', ({ of, with: variables, costs }) => {
    expect(estimate(of, variables)).toEqual({ cost: costs, errors: [] });
  });
});

describe('where exactly one slicing argument is demanded', () => {
  const page = (given: string, head = 'query') => `${head} { onePage${given} { edges { node { title } } } }`;

  test.each([
    ['a literal', page('(first: 3)'), {}],
    ['a variable', page('(first: $a, last: $b)', 'query ($a: Int, $b: Int)'), { b: 3 }],
  ])('%s is enough', (_name, text, variables) => {
    expect(estimate(text, variables)).toEqual({ cost: 1 + 3 * 2, errors: [] });
  });

  test.each([
    ['none', { of: page(''), count: 0 }],
    ['a null', { of: page('(first: null)'), count: 0 }],
    ['a variable without a value', { of: page('(first: $a)', 'query ($a: Int)'), count: 0 }],
    ['two', { of: page('(first: 3, last: 4)'), count: 2 }],
    ['two by a variable', { of: page('(first: $a, last: $a)', 'query ($a: Int)'), with: { a: 3 }, count: 2 }],
  ] as const)('%s is told to the client', (_name, { of, count, ...given }) => {
    const { errors } = estimate(of, 'with' in given ? given.with : {});
    expect(errors.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      [`Query.onePage needs exactly one of first, last; there are ${count}.`, 'BAD_USER_INPUT'],
    ]);
  });
});
