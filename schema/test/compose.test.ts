import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
import { composeTexts } from '../src/compose.ts';
import { printSubgraph } from '../src/sdl/assemble.ts';
import { composeMarket, shared, shop, wishes } from './market.ts';

const problemsOf = (subgraphs: Readonly<Record<string, string>>) => {
  const result = composeTexts(subgraphs, shared);
  return result.ok ? [] : result.problems;
};

describe('repetition of interfaces', () => {
  const printed = new Map(composeMarket().subgraphs.map((subgraph) => [subgraph.name, printSubgraph(subgraph)]));
  const repeated = printed.get('wishes') ?? '';

  test('a subgraph that adds to an interface gets the types with its fields', () => {
    for (const name of ['Book', 'Cup']) {
      expect(repeated).toContain(`type ${name} implements Thing @key(fields: "id") {`);
    }
    expect(repeated.match(/wishes: Int @tag\(name: "public"\)/g)).toHaveLength(3);
    expect(repeated.match(/"How many wish for it."/g)).toHaveLength(3);
  });

  test('what may stand on object fields only moves there', () => {
    expect(repeated.match(/@requiresScopes/g)).toHaveLength(2 + 1);
    expect(repeated.match(/@cost\(weight: 5\)/g)).toHaveLength(2);
  });

  test('the subgraph that owns the types gets no second ones', () => {
    expect(printed.get('shop')?.match(/type Book/g)).toHaveLength(1);
  });

  test('the owner of an interface writes its fields once, too: what it composes to is the same', () => {
    const once = shop
      .replace(
        'type Book implements Thing @key(fields: "id") { "Its id." id: ID! @tag(name: "public") "Its name." title: String! @tag(name: "public")',
        'type Book implements Thing @key(fields: "id") {',
      )
      .replace(
        'type Cup implements Thing @key(fields: "id") { "Its id." id: ID! @tag(name: "public") "Its name." title: String! @tag(name: "public") }',
        'type Cup implements Thing @key(fields: "id")',
      );
    expect(once).not.toMatch(/type (?:Book|Cup)[^}]*title/);
    const [written, made] = [composeMarket(), composeMarket({ shop: once, wishes })];
    expect({ ...made, subgraphs: [] }).toEqual({ ...written, subgraphs: [] });
  });

  test("a field that the author wrote on the type is the author's, in its place", () => {
    const owner = `interface Thing { id: ID! "Of any thing." title: String! note: String @requiresScopes(scopes: [["users:read"]]) }
      type Book implements Thing @key(fields: "id") { pages: Int "Of a book." title: String! } type Query { book: Book }`;
    const [shopAlone] = composeMarket({
      shop: owner
        .replaceAll('String!', 'String! @tag(name: "public")')
        .replace('book: Book', 'book: Book @tag(name: "public")'),
    }).subgraphs;
    const text = shopAlone ? printSubgraph(shopAlone) : '';
    const book = text.slice(text.indexOf('type Book'));
    expect(
      book
        .match(/^ {2}\w+/gm)
        ?.slice(0, 4)
        .map((name) => name.trim()),
    ).toEqual(['id', 'note', 'pages', 'title']);
    expect(book.slice(0, book.indexOf('}'))).toContain('"Of a book."');
    expect(text.match(/@requiresScopes\(/g)).toHaveLength(1);
    expect(book).toContain('note: String @requiresScopes');
  });

  test('with nothing but the key, the types cannot be asked here', () => {
    const stub = 'interface Thing { id: ID! } type Query { favourite: Thing }';
    const composition = composeMarket({ shop, stub });
    const text = printSubgraph(
      composition.subgraphs[1] ?? { name: '', document: { kind: 'Document', definitions: [] } as never },
    );
    expect(text).toContain('type Book implements Thing @key(fields: "id", resolvable: false)');
  });

  test('a type that the author wrote is not repeated', () => {
    const own =
      'interface Thing { id: ID! stars: Int } type Book @key(fields: "id") { id: ID! stars: Int } type Query { x: Thing }';
    const text = printSubgraph(
      composeMarket({ shop, own }).subgraphs[1] ?? {
        name: '',
        document: { kind: 'Document', definitions: [] } as never,
      },
    );
    expect(text.match(/type Book/g)).toHaveLength(1);
    expect(text).toContain('type Cup implements Thing');
  });

  test("the owner's words stand in the supergraph", () => {
    const { supergraph } = composeMarket();
    expect(supergraph).toContain('"""A thing."""');
    expect(supergraph).not.toContain('A thing that can be wished for');
  });
});

describe('composition', () => {
  test('problems name file and line', () => {
    expect(problemsOf({ shop, wishes: wishes.replace('at: String!', 'at: Nothing') })).toEqual([
      expect.stringMatching(/^wishes\.graphql:\d+: .*Nothing/),
    ]);
  });

  test('the fields of both subgraphs meet', () => {
    const book = buildSchema(composeMarket().publicContract).getType('Book');
    expect(isObjectType(book) && Object.keys(book.getFields())).toEqual(['id', 'title', 'wishes']);
  });
});

describe('execution supergraph', () => {
  const { supergraph, execution } = composeMarket();

  test("Apollo's open loader refuses the supergraph and takes the execution supergraph", () => {
    expect(() => Supergraph.build(supergraph)).toThrow('authenticated');
    expect(Supergraph.build(execution).schema.type('Book')).toBeDefined();
  });

  test('nothing of the security directives is left, and what does not refuse loading stays', () => {
    expect(execution).not.toMatch(/authenticated|requiresScopes|policy/);
    expect(execution).toContain('@cost(weight: 5)');
    expect(execution).toContain('@tag(name: "public")');
  });
});

describe('authorisation map', () => {
  test('holds each use of a security directive with its arguments', () => {
    const { authorization } = composeMarket();
    expect(authorization).toMatchObject({
      'Query.takings': { authenticated: {} },
      'Book.cost': { requiresScopes: { scopes: [['analytics:read']] } },
      'Book.wishers': { requiresScopes: { scopes: [['users:read']] } },
      'Cup.wishers': { requiresScopes: { scopes: [['users:read']] } },
      'Mutation.wish': { authenticated: {} },
      'Query.myWishes': { authenticated: {} },
    });
    expect(Object.keys(authorization).filter((coordinate) => coordinate.startsWith('Query.'))).toHaveLength(2);
  });

  test('counts every use that the supergraph has', () => {
    const { authorization, supergraph } = composeMarket();
    const uses = supergraph
      .split('\n')
      .filter((line) => /@(authenticated|requiresScopes)\b/.test(line) && !/directive @|@link/.test(line));
    expect(Object.keys(authorization)).toHaveLength(uses.length);
  });
});

describe('public contract', () => {
  test('holds what is tagged and what that needs, and nothing else', () => {
    expect(composeMarket().publicFields).toEqual([
      'Book.id',
      'Book.title',
      'Book.wishes',
      'Cup.id',
      'Cup.title',
      'Cup.wishes',
      'Query.things',
      'Query.things(first:)',
      'Thing.id',
      'Thing.title',
      'Thing.wishes',
    ]);
  });

  test('carries no directive of ours', () => {
    expect(composeMarket().publicContract).not.toMatch(/@(tag|cost|key|inaccessible|join|link)/);
  });

  test('what is inaccessible is not public, tagged or not', () => {
    const hidden = shop.replace(
      'title: String! @tag(name: "public") "The cost',
      'title: String! @tag(name: "public") "Secret." secret: Int @tag(name: "public") @inaccessible "The cost',
    );
    expect(composeMarket({ shop: hidden }).publicFields).not.toContain('Book.secret');
  });

  test.each([
    [
      'a field without anything public behind it',
      'type Query { a: Secret @tag(name: "public") } type Secret { b: Int }',
      'Query.a is public, but nothing of its type Secret is.',
    ],
    [
      'a required argument that is not public',
      'type Query { a(b: Int!): Int @tag(name: "public") }',
      'Query.a(b:) is required but not public.',
    ],
    [
      'a required input field that is not public',
      'type Query { a(b: In @tag(name: "public")): Int @tag(name: "public") } input In { c: Int @tag(name: "public") d: Int! }',
      'In.d is required but not public.',
    ],
    [
      'an interface that promises more than its type',
      'type Query { a: I @tag(name: "public") } interface I { b: Int @tag(name: "public") } type T implements I { b: Int c: Int @tag(name: "public") }',
      'I.b is public, so T.b has to be as well.',
    ],
    ['nothing public at all', 'type Query { a: Int }', 'there is no public contract'],
  ])('%s is a problem in words', (_, sdl, problem) => {
    expect(problemsOf({ one: sdl })).toEqual([expect.stringContaining(problem)]);
  });

  test('public unions hold their public members, enums their public values, inputs their public fields', () => {
    const sdl = `
      type Query { a(b: In @tag(name: "public"), c: Int): U @tag(name: "public") }
      input In { d: E @tag(name: "public") e: Int }
      enum E { F @tag(name: "public") G @tag(name: "public") H }
      union U = X | Y
      type X { x: Int @tag(name: "public") }
      type Y { y: Int }`;
    expect(composeMarket({ one: sdl }).publicFields).toEqual(['E.F', 'E.G', 'In.d', 'Query.a', 'Query.a(b:)', 'X.x']);
  });
});
