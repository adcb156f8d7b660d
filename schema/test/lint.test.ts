import { describe, expect, test } from '@jest/globals';
import { lintSchema, schemaRules } from '../src/lint/lint-schema.ts';
import { parseSource } from '../src/sdl/subgraph-source.ts';
import { shared, shop, wishes } from './market.ts';

const lint = (texts: Readonly<Record<string, string>>) =>
  lintSchema({
    subgraphs: Object.entries(texts).map(([name, sdl]) => parseSource(name, `${name}.graphql`, sdl)),
    shared: parseSource('shared', 'shared.graphql', shared),
  });

type Plant = Readonly<{ rule: string; from: string; to: string; says: readonly RegExp[] }>;
/** One violation per rule, planted into a clean market. */
const plants: readonly Plant[] = [
  { rule: 'everythingIsDescribed', from: '"When." at', to: 'at', says: [/Wish\.at has no description/] },
  {
    rule: 'everythingIsDescribed',
    from: '"For what." id',
    to: 'id',
    says: [/Mutation\.wish\(id:\) has no description/],
  },
  { rule: 'everythingIsDescribed', from: '"A wish." type', to: 'type', says: [/Wish has no description/] },
  {
    rule: 'queryFieldsAreNullable',
    from: 'myWishes: [Wish!] @authenticated',
    to: 'myWishes: [Wish!]!',
    says: [/Query\.myWishes must be nullable/],
  },
  {
    rule: 'fieldsAddedToEntitiesAreNullable',
    from: 'wishes: Int',
    to: 'wishes: Int!',
    says: [/Thing\.wishes is added to another subgraph's entity/],
  },
  {
    rule: 'referencesAreNullable',
    from: 'thing: Thing',
    to: 'thing: Thing!',
    says: [/Wish\.thing refers to another subgraph's entity/],
  },
  {
    rule: 'referencesAreNullable',
    from: 'thing: Thing',
    to: 'thing: [Thing!]',
    says: [/Wish\.thing refers to another subgraph's entity/],
  },
  {
    rule: 'protectedFieldsAreNullable',
    from: 'at: String!',
    to: 'at: String! @authenticated',
    says: [/Wish\.at is protected and must be nullable/],
  },
  { rule: 'mutationsReturnUnions', from: '): WishResult', to: '): Wish', says: [/Mutation\.wish must return a union/] },
  {
    rule: 'subscriptionsTakeCursors',
    from: 'after: Cursor',
    to: 'after: String',
    says: [/Subscription\.wished must take "after: Cursor"/],
  },
  {
    rule: 'subscriptionsTakeCursors',
    from: '("Where to go on." after: Cursor)',
    to: '',
    says: [/Subscription\.wished must take "after: Cursor"/],
  },
  {
    rule: 'tagsStandOnFields',
    from: 'type Wish {',
    to: 'type Wish @tag(name: "public") {',
    says: [/@tag stands on the type Wish/],
  },
  {
    rule: 'scopesAreGranted',
    from: '[["users:read"]]',
    to: '[["users:reed"]]',
    says: [/Thing\.wishers asks for the scope "users:reed"/],
  },
];

describe('schema rules', () => {
  test('the clean market breaks none', () => {
    expect(lint({ shop, wishes })).toEqual([]);
  });

  test.each(plants)('$rule finds $to', ({ from, to, says }) => {
    expect(wishes).toContain(from);
    expect(lint({ shop, wishes: wishes.replace(from, to) })).toEqual(
      says.map((each) => expect.stringMatching(new RegExp(`^wishes\\.graphql:\\d+: ${each.source}`))),
    );
  });

  test('every rule has a planted violation', () => {
    expect([...new Set(plants.map(({ rule }) => rule))].sort()).toEqual([...schemaRules.keys()].sort());
  });
});
