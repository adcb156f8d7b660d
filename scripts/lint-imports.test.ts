import { describe, expect, test } from '@jest/globals';
import { isToBeDocumented, undocumentedFunctions } from './lib/documentation-rules.mjs';
import { importProblems, importRules, namingProblem } from './lib/import-rules.mjs';
import { namesIn, schemaNames } from './lib/schema-names.mjs';
import { importsOf, lineOf, wordsOf } from './lib/source-files.mjs';

/** One planted violation per rule, and its innocent neighbour: `[rule, file, broken import, allowed import]`. */
const plants: readonly (readonly [string, string, string, string])[] = [
  ['platform imports no other workspace', 'platform/src/sql/x.ts', '@meridian/schema/events/x', 'node:fs'],
  ['schema imports platform only', 'schema/src/x.ts', '@meridian/users/domain/x', '@meridian/platform/values/money'],
  ['gateway imports no subgraph', 'gateway/src/x.ts', '../../subgraphs/users/src/x.ts', '@meridian/platform/ids/ids'],
  [
    'what the edge stands on knows no edge',
    'gateway/src/planning/x.ts',
    '../edge/refusals.ts',
    '../supergraph/load-supergraph.ts',
  ],
  [
    'a subgraph imports no other one, nor the gateway',
    'subgraphs/users/test/x.test.ts',
    '@meridian/deals/domain/x',
    '../src/subgraph.ts',
  ],
  ['the demo and the journey import nothing of ours', 'tools/demo/src/x.ts', '@meridian/platform/ids/ids', 'ws'],
  [
    'domain is pure',
    'subgraphs/deals/src/domain/x.ts',
    '@meridian/platform/sql/sql-database',
    '@meridian/platform/values/money',
  ],
  ['ports import domain only', 'subgraphs/deals/src/ports/x.ts', '../adapters/x.ts', '../domain/x.ts'],
  [
    'application imports domain and ports, never adapters or resolvers',
    'subgraphs/deals/src/application/x.ts',
    '../adapters/x.ts',
    '../ports/x.ts',
  ],
  [
    'ports and use cases know no SQL',
    'subgraphs/deals/src/ports/x.ts',
    '@meridian/platform/sql/sql-database',
    '@meridian/platform/outbox/outbox',
  ],
  [
    'adapters implement ports and call no use case',
    'subgraphs/deals/src/adapters/sql/x.ts',
    '../../application/x.ts',
    '../../ports/x.ts',
  ],
  [
    'resolvers call use cases, never adapters',
    'subgraphs/deals/src/resolvers/Query/x.ts',
    '../../adapters/x.ts',
    '../../application/x.ts',
  ],
  [
    'events use domain, ports and use cases, never adapters or resolvers',
    'subgraphs/deals/src/events/x.ts',
    '../adapters/x.ts',
    '../application/x.ts',
  ],
  [
    'only the composition root knows adapters',
    'subgraphs/deals/src/subgraph.ts',
    './adapters/x.ts',
    './application/x.ts',
  ],
];

const breaks = (file: string, specifier: string) =>
  importProblems(file, importsOf(`import { x } from '${specifier}';`)).map(({ sentence }) => sentence);

describe('import rules', () => {
  test.each(plants)('%s', (...[rule, file, broken, allowed]) => {
    expect(breaks(file, broken)).toEqual([expect.stringContaining(rule)]);
    expect(breaks(file, allowed)).toEqual([]);
  });

  test('every rule has a planted violation', () => {
    expect(plants.map(([rule]) => rule).sort()).toEqual(importRules.map((rule) => rule.name).sort());
  });

  test('a use case knows no SQL either; an adapter, a handler of events and a test do', () => {
    const sql = '@meridian/platform/sql/sql-database';
    expect(breaks('subgraphs/deals/src/application/x.ts', sql)).toHaveLength(1);
    for (const path of ['adapters/x.ts', 'events/x.ts', 'ports/x.contract.ts', 'application/x.test.ts'])
      expect(breaks(`subgraphs/deals/src/${path}`, sql)).toEqual([]);
  });

  test('the composition root may import adapters, and a test of a layer what it tests with', () => {
    expect(breaks('subgraphs/deals/src/main.ts', './adapters/x.ts')).toEqual([]);
    expect(breaks('subgraphs/deals/src/application/x.test.ts', '../adapters/x.ts')).toEqual([]);
  });

  test('operations know no edge either; the gateway that is put together of both does', () => {
    expect(breaks('gateway/src/operations.ts', './edge/refusals.ts')).toHaveLength(1);
    for (const file of ['gateway.ts', 'edge/x.ts', 'planning/x.test.ts'])
      expect(breaks(`gateway/src/${file}`, './edge/refusals.ts')).toEqual([]);
  });

  test('the HTTP journey is a third party, the races beside it are not', () => {
    expect(breaks('e2e/journey/http-journey.test.ts', '@meridian/platform/ids/ids')).toHaveLength(1);
    expect(breaks('e2e/races/race.ts', '@meridian/platform/ids/ids')).toEqual([]);
  });

  test('a hash is pure, random bytes are not', () => {
    const of = (names: string) =>
      importProblems('subgraphs/deals/src/domain/x.ts', importsOf(`import { ${names} } from 'node:crypto';`));
    expect(of('createHash')).toEqual([]);
    expect(of('createHash, randomBytes')).toHaveLength(1);
  });

  test('types, re-exports and dynamic imports count; comments and other texts do not', () => {
    const source = `
      import type { A } from './a.ts';
      export * from './b.ts';
      export { c } from './c.ts';
      const d = await import('./d.ts');
      // import { e } from './e.ts';
      const f = "import { f } from './f.ts'";`;
    expect(importsOf(source).map(({ specifier }: { specifier: string }) => specifier)).toEqual([
      './a.ts',
      './b.ts',
      './c.ts',
      './d.ts',
    ]);
  });
});

describe('file names', () => {
  test.each([
    'platform/src/sql/sql-database.ts',
    'subgraphs/users/src/resolvers/Mutation/signUp.ts',
    'gateway/test/x.contract.ts',
    'schema/events/users.ts',
    'embedded/src/0001-x.ts',
  ])('%s is fine', (path) => {
    expect(namingProblem(path)).toBeUndefined();
  });

  test.each(['platform/src/sql/sqlDatabase.ts', 'gateway/src/Edge/x.ts', 'tools/cli/src/some_file.ts'])(
    '%s is refused',
    (path) => {
      expect(namingProblem(path)).toContain('is not kebab-case');
    },
  );
});

describe('what the gateway may name', () => {
  const names = schemaNames(
    'type Query { deals: [Listing] node: Int } type Listing { priceInsight: Int title: String kind: Kind } enum Kind { FLIGHT }',
  );
  const found = (code: string) => namesIn(wordsOf(code), names);

  test.each([
    ['a type in an identifier', 'type A = Listing;', 'Listing'],
    ['a type in a text', "const a = '... on Listing';", 'Listing'],
    ['a field of several words', 'value.priceInsight', 'priceInsight'],
    ['a field in a document', 'const query = `{ priceInsight }`;', 'priceInsight'],
    ['an enum value', "const kind = 'FLIGHT';", 'FLIGHT'],
    ['a root field as a text', "operations['deals']", 'deals'],
  ])('%s is found', (_, code, name) => {
    expect(found(code)).toEqual([name]);
  });

  test('small words, generic words and comments are not', () => {
    expect(
      found("const title = kind; /* Listing priceInsight */ const x = 'best deals of node'; type Query = 1;"),
    ).toEqual([]);
  });

  test('the line of the first use is told', () => {
    expect(lineOf('a\nb Listings\nc Listing', 'Listing')).toBe(3);
  });
});

describe('what is exported says what it means', () => {
  test.each([
    ['a function', 'export function find() {}'],
    ['an asynchronous one', 'export async function find() {}'],
    ['an arrow function', 'export const find = () => 1;'],
    ['one in `as`', 'export const find = (() => 1) as unknown as string;'],
    ['one that satisfies a type', 'export const find = (() => 1) satisfies () => number;'],
    ['one below a comment for something else', '/** A number. */\nconst one = 1;\nexport const find = () => one;'],
    ['one below a comment for nobody', '// Finds it.\nexport const find = () => 1;'],
    ['one below text that looks like a comment', "const text = '/** Finds it. */'; export const find = () => text;"],
  ])('%s without a comment is found', (_, code) => {
    expect(undocumentedFunctions(code)).toEqual(['find']);
  });

  test.each([
    ['a documented function', '/** Finds it. */\nexport function find() {}'],
    [
      'one after letters of several bytes',
      "/** Zürich ✈ */\nconst a = 'é';\n\n/** Finds it. */\nexport const find = () => a;",
    ],
    ['one with a comment of several lines', '/**\n * Finds it.\n */\nexport const find = async () => 1;'],
    [
      'overloads with one comment',
      '/** Finds it. */\nexport function find(a: 1): 1;\nexport function find(a: number) { return a; }',
    ],
    ['a function that stays at home', 'function find() {}'],
    ['values and types', 'export const one = 1; export type Two = 2; export interface Three {}'],
    ['what a call made', 'export const find = createFind(() => 1);'],
  ])('%s is fine', (_, code) => {
    expect(undocumentedFunctions(code)).toEqual([]);
  });

  test('whichever file was read before', () => {
    for (const code of ['export const find = () => 1;', '/** Finds it. */\nexport const find = () => 1;']) {
      undocumentedFunctions('/** Another. */\nexport const another = () => 2;');
      expect(undocumentedFunctions(code)).toEqual(code.startsWith('/**') ? [] : ['find']);
    }
  });

  test('tests and resolvers of a field are exempt, and nobody else', () => {
    const exempt = [
      'subgraphs/users/src/resolvers/Mutation/signUp.ts',
      'subgraphs/users/src/resolvers/User/__resolveReference.ts',
      'platform/src/ids/ids.test.ts',
      'subgraphs/users/test/session-client.ts',
    ];
    const bound = [
      'subgraphs/users/src/resolvers/resolvers.ts',
      'subgraphs/users/src/resolvers/User.ts',
      'schema/events/users.ts',
      'platform/src/testkit/people.ts',
      'scripts/lib/run.mjs',
      'e2e/support/people.ts',
    ];
    expect([...exempt, ...bound].filter(isToBeDocumented)).toEqual(bound);
  });
});
