import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Composition, compose, composeTexts } from '../src/compose.ts';
import { readSources } from '../src/sdl/subgraph-source.ts';

export const schemaFolder = join(import.meta.dirname, '..');

/** A market of two subgraphs, small enough to see through: `shop` owns things, `wishes` adds to them. */
export const shop = `
  "A thing." interface Thing { "Its id." id: ID! @tag(name: "public") "Its name." title: String! @tag(name: "public") }
  "A book." type Book implements Thing @key(fields: "id") { "Its id." id: ID! @tag(name: "public") "Its name." title: String! @tag(name: "public") "The cost price." cost: Int @requiresScopes(scopes: [["analytics:read"]]) }
  "A cup." type Cup implements Thing @key(fields: "id") { "Its id." id: ID! @tag(name: "public") "Its name." title: String! @tag(name: "public") }
  type Query { "All things." things("How many." first: Int = 10 @tag(name: "public")): [Thing!] @tag(name: "public") "The takings." takings: Int @authenticated }
`;
export const wishes = `
  "A thing that can be wished for." interface Thing { "The thing's id." id: ID! "How many wish for it." wishes: Int @tag(name: "public") "Who does." wishers: [String!] @requiresScopes(scopes: [["users:read"]]) @cost(weight: 5) }
  "A wish." type Wish { "What for." thing: Thing "When." at: String! }
  "The answer." union WishResult = Wish | Refused
  "It was refused." type Refused { "Why." reason: String! }
  type Query { "The caller's wishes." myWishes: [Wish!] @authenticated }
  type Mutation { "Wishes." wish("For what." id: ID!): WishResult @authenticated }
  type Subscription { "New wishes." wished("Where to go on." after: Cursor): Wish }
`;
export const shared = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.10", import: ["@key", "@shareable", "@tag", "@inaccessible", "@external", "@authenticated", "@requiresScopes", "@cost", "@listSize"])
  "A position." scalar Cursor
`;

/** Composes texts, or throws with every problem. */
export function composeMarket(subgraphs: Readonly<Record<string, string>> = { shop, wishes }): Composition {
  const result = composeTexts(subgraphs, shared);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.composition;
}

/** Composes the files of the repository, or throws with every problem. */
export async function composeRepository(): Promise<Composition> {
  const result = compose(await readSources(schemaFolder));
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.composition;
}

export const readCommitted = (name: string): Promise<string> => readFile(join(schemaFolder, name), 'utf8');
