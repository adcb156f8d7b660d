import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { buildSubgraph } from '@meridian/platform/subgraph/build-schema';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import { parse } from 'graphql';
import { ask, openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';
import { shopSdl, shopShared } from './fixtures/shop-sdl.ts';
import { createEmitter } from './fixtures/shop-world.ts';

const sdl = `
  type Query { latestRumour: Rumour }
  type Rumour @key(fields: "id") { id: ID! text: String about: Item }
  type Item @key(fields: "id") { id: ID! rumours: Int }
  type Subscription { rumourHeard(after: Cursor): Rumour }
`;

type Rumour = Readonly<{ id: string; text: string; about: Readonly<{ id: string }> }>;

function createRumours() {
  const heard = createEmitter<Rumour>();
  const definition: SubgraphDefinition = {
    name: 'rumours',
    schema: buildSubgraph({
      typeDefs: `${sdl}\n${shopShared}`,
      resolvers: {
        Query: { latestRumour: () => ({ id: 'rum_0', text: 'it is said', about: { id: 'itm_1' } }) },
        Rumour: { __resolveReference: (reference: Rumour) => reference },
        Item: {
          __resolveReference: (reference: { id: string }) => reference,
          rumours: ({ id }: { id: string }) => id.length,
        },
        Subscription: { rumourHeard: { subscribe: () => heard.listen() } },
      },
    }),
    createContext: (base) => base,
  };
  return { heard, definition };
}

describe('the gateway knows no domain', () => {
  test("a further subgraph with a subscription and fields on others' entities joins without a change", async () => {
    const { heard, definition } = createRumours();
    await using shop = await openShop({ extra: { sdl: { rumours: sdl }, definitions: [definition] } });
    const query = await ask(shop, '{ latestRumour { text about { label left rumours } } items(count: 1) { rumours } }');
    expect(query.data).toEqual({
      latestRumour: { text: 'it is said', about: { label: 'label of itm_1', left: 3, rumours: 5 } },
      items: [{ rumours: 5 }],
    });
    await using socket = openSocket(shop);
    const events = socket.subscribe('subscription { rumourHeard { text about { label left rumours } } }');
    const first = events.next();
    await heard.until(1);
    heard.publish({ id: 'rum_1', text: 'two are left', about: { id: 'itm_2' } });
    expect((await first).value).toEqual({
      data: { rumourHeard: { text: 'two are left', about: { label: 'label of itm_2', left: 7, rumours: 5 } } },
    });
  });

  const root = fileURLToPath(new URL('../..', import.meta.url));
  const namesIn = (text: string): string[] =>
    parse(text).definitions.flatMap((node) => {
      const own = 'name' in node && node.name && 'fields' in node ? [node.name.value] : [];
      const fields = 'fields' in node ? (node.fields ?? []).map((field) => field.name.value) : [];
      return [...own, ...fields];
    });

  /** Words that the schema shares with every program. A name of several words, or a type's, is nobody's but the schema's. */
  const isTelling = (name: string): boolean => /^[A-Z]/.test(name) || /[a-z][A-Z]/.test(name);
  /** Types of the GraphQL specification, and names that the gateway has for things of its own. */
  const ownWords = new Set([
    'Query',
    'Mutation',
    'Subscription',
    'Role',
    'Session',
    'requestId',
    'retryAfterInSeconds',
    'Error',
    'PageInfo',
    'expiresAt',
    'userId',
    'displayName',
  ]);

  test('its source names no type and no field of the schema', () => {
    const schemaFiles = readdirSync(join(root, 'schema')).filter(
      (file) => /^[a-z]+\.graphql$/.test(file) && file !== 'public.graphql' && file !== 'supergraph.graphql',
    );
    const names = new Set(
      schemaFiles
        .flatMap((file) => namesIn(readFileSync(join(root, 'schema', file), 'utf8')))
        .filter((name) => isTelling(name) && !ownWords.has(name)),
    );
    expect(names.size).toBeGreaterThan(100);
    const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'gateway/src'], {
      cwd: root,
      encoding: 'utf8',
    })
      .trim()
      .split('\n');
    expect(sources.length).toBeGreaterThan(20);
    const found = sources.flatMap((file) => {
      const words = new Set(readFileSync(join(root, file), 'utf8').match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []);
      return [...names].filter((name) => words.has(name)).map((name) => `${file}: ${name}`);
    });
    expect(found).toEqual([]);
  });

  test('the check above sees a name when there is one', () => {
    expect(namesIn(shopSdl.people)).toEqual(expect.arrayContaining(['SessionStarted', 'refreshToken']));
  });
});
