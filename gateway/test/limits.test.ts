import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultLimits, parseWithinLimits } from '../src/edge/operation-limits.ts';
import { ask, codesOf, openShop } from './fixtures/open-shop.ts';

const limits = { tokens: 2000, depth: 12, aliases: 30, rootFields: 20, selections: 1000 };
const nested = (levels: number) => `${'{ twin '.repeat(levels)}{ id }${' }'.repeat(levels)}`;
const spreads = (count: number) => Array.from({ length: count }, () => '...F').join(' ');

/** An operation that reaches exactly `size` of what is limited. */
const operations: Readonly<Record<string, Readonly<{ of: (size: number) => string; limit: number; code: string }>>> = {
  // 10 tokens around the fields, and 15 for each with its directives.
  tokens: {
    of: (size) =>
      `{ item(id: "1") { ${'id @include(if: true) @skip(if: false) '.repeat(Math.floor((size - 10) / 15))} ${'id '.repeat((size - 10) % 15)} } }`,
    limit: limits.tokens,
    code: 'OPERATION_TOO_MANY_TOKENS',
  },
  depth: { of: (size) => `{ item(id: "1") ${nested(size - 2)} }`, limit: limits.depth, code: 'OPERATION_TOO_DEEP' },
  aliases: {
    of: (size) => `{ item(id: "1") { ${Array.from({ length: size }, (_, index) => `a${index}: id`).join(' ')} } }`,
    limit: limits.aliases,
    code: 'OPERATION_TOO_MANY_ALIASES',
  },
  'aliases in fragments': {
    of: (size) => `{ item(id: "1") { ${spreads(size / 2)} } } fragment F on Item { a: id b: id }`,
    limit: 30,
    code: 'OPERATION_TOO_MANY_ALIASES',
  },
  'root fields': {
    of: (size) => `{ ${'whoami '.repeat(size)} }`,
    limit: limits.rootFields,
    code: 'OPERATION_TOO_MANY_ROOT_FIELDS',
  },
  'root fields in fragments': {
    of: (size) =>
      `{ ${Array.from({ length: size / 4 }, () => '...Q').join(' ')} } fragment Q on Query { whoami whoami whoami whoami }`,
    limit: 20,
    code: 'OPERATION_TOO_MANY_ROOT_FIELDS',
  },
  selections: {
    // The item, and per spread itself and its 249 fields.
    of: (size) =>
      `{ item(id: "1") { ${spreads((size - 1) / 250)} ${'id '.repeat((size - 1) % 250)} } } fragment F on Item { ${'id '.repeat(249)} }`,
    limit: limits.selections,
    code: 'OPERATION_TOO_MANY_SELECTIONS',
  },
};

/** The next size that the generator can make. */
const step: Readonly<Record<string, number>> = { 'aliases in fragments': 2, 'root fields in fragments': 4 };

describe('limits before planning', () => {
  test('the defaults are those of the design', () => {
    expect(defaultLimits).toMatchObject({ tokens: 2000, depth: 12, aliases: 30 });
  });

  test.each(Object.entries(operations))(
    '%s: as many as allowed pass, more are refused with their own code',
    async (name, { of, limit, code }) => {
      await using shop = await openShop();
      const passing = await ask(shop, of(limit));
      expect([passing.status, passing.errors]).toEqual([200, undefined]);
      const refused = await ask(shop, of(limit + (step[name] ?? 1)));
      expect([refused.status, codesOf(refused)]).toEqual([400, [code]]);
    },
  );

  test('the usual introspection query passes, a deeper one does not', async () => {
    await using shop = await openShop({ options: { introspection: 'everyone' } });
    const usual = (await import('graphql')).getIntrospectionQuery();
    expect((await ask(shop, usual)).errors).toBeUndefined();
    const deep = `{ __schema { types ${'{ fields { type '.repeat(12)} { name } ${'} }'.repeat(12)} } }`;
    expect(codesOf(await ask(shop, deep))).toEqual(['OPERATION_TOO_DEEP']);
  });

  test('a fragment that spreads itself is refused', async () => {
    await using shop = await openShop();
    const query =
      '{ item(id: "1") { ...A } } fragment A on Item { twin { ...B } } fragment B on Item { twin { ...A } }';
    expect(codesOf(await ask(shop, query))).toEqual(['OPERATION_FRAGMENT_CYCLE']);
  });

  const bomb = (levels: number) =>
    `{ item(id: "1") { ...F0 } } ${Array.from({ length: levels }, (_, level) => `fragment F${level} on Item { ${level === levels - 1 ? 'id' : `...F${level + 1} ...F${level + 1}`} }`).join(' ')}`;
  const spreadBomb = `{ item(id: "1") { ${Array.from({ length: 9 }, (_, level) => `...F${level}`).join(' ')} } } ${Array.from({ length: 9 }, (_, level) => `fragment F${level} on Item { twins { ${level === 8 ? 'id' : `...F${level + 1} ...F${level + 1} ...F${level + 1}`} } }`).join(' ')}`;

  // Written out, the bombs have 2^40 and 3^9 times as many selections, and the planner never comes back from such an operation.
  test.each([
    ['a fragment bomb', bomb(40), 'OPERATION_TOO_MANY_SELECTIONS'],
    ['a fragment bomb through lists', spreadBomb, 'OPERATION_TOO_MANY_SELECTIONS'],
    [
      'thousands of aliases',
      `{ ${Array.from({ length: 200 }, (_, index) => `a${index}:whoami`).join(' ')} }`,
      'OPERATION_TOO_MANY_ALIASES',
    ],
    ['a deep nest', `{ item(id: "1") ${nested(200)} }`, 'OPERATION_TOO_DEEP'],
    ['brackets without end', `{ items(count: ${'['.repeat(900)} ) { id } }`, 'GRAPHQL_PARSE_FAILED'],
    ['an endless string of commas and names', `{ ${'x '.repeat(5000)} }`, 'OPERATION_TOO_MANY_TOKENS'],
  ])('%s is refused before it is planned', async (_name, query, code) => {
    await using shop = await openShop();
    expect(codesOf(await ask(shop, query))).toEqual([code]);
  });

  const onInterfaces = `{ things { ${Array.from({ length: 9 }, () => '... on Item { twin {').join(' ')} id left ${'} }'.repeat(9)} } }`;
  const wide = `{ items { ${Array.from({ length: 25 }, (_, index) => `a${index}: twin { id label left shaky twins { left label } }`).join(' ')} } }`;
  const repeated = `{ item(id: "1") { ${'id '.repeat(450)} } }`;
  test('one field more often than can be compared is refused with what to do about it', async () => {
    await using shop = await openShop();
    const answer = await ask(shop, `{ item(id: "1") { ${'id '.repeat(990)} } }`);
    expect([codesOf(answer), answer.errors?.[0]?.message]).toEqual([
      ['GRAPHQL_VALIDATION_FAILED'],
      'The operation asks for fields of one name so often that it cannot be checked. Ask for each of them once.',
    ]);
  });

  const repeatedObjects = `{ item(id: "1") { ${'twin { id } '.repeat(300)} } }`;
  // What planning costs stands in docs/adr/0015: a time proves nothing in a test.
  test.each([
    ['nested types of an interface', onInterfaces],
    ['many aliases of an entity over three subgraphs', wide],
    ['one field again and again', repeated],
    ['one object again and again', repeatedObjects],
  ])('the worst that passes the limits is planned and answered: %s', async (_name, query) => {
    await using shop = await openShop();
    const { status, data } = await ask(shop, query);
    expect([status, data]).toEqual([200, expect.any(Object)]);
  });

  test('the count with fragments equals the count of the same operation written out', () => {
    const body = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constant('id'),
        tie('node').map((inner) => `twin { ${inner} }`),
        fc.tuple(tie('node'), tie('node')).map(([left, right]) => `${left} ${right}`),
      ),
    })).node;
    fc.assert(
      fc.property(body, fc.integer({ min: 1, max: 6 }), (inner, times) => {
        const spread = `{ item(id: "1") { ${spreads(times)} } } fragment F on Item { ${inner} }`;
        const written = `{ item(id: "1") { ${Array.from({ length: times }, () => `... on Item { ${inner} }`).join(' ')} } }`;
        const small = { ...limits, depth: 5, selections: 20 };
        expect(parseWithinLimits(spread, small).refusal).toEqual(parseWithinLimits(written, small).refusal);
      }),
      { numRuns: 200 },
    );
  });
});
