import { describe, expect, test } from '@jest/globals';
import { ask, openShop, type Shop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

// Near misses, and what graphql-js would say to each: names of the schema.
const mistakes: readonly (readonly [what: string, query: string, words: string, suggestion: string])[] = [
  ['a field', '{ item(id: "1") { labl } }', 'Cannot query field "labl" on type "Item".', ' Did you mean "label"?'],
  [
    'an argument',
    '{ item(ide: "1", id: "1") { id } }',
    'Unknown argument "ide" on field "Query.item".',
    ' Did you mean "id"?',
  ],
  ['a type', '{ item(id: "1") { ... on Itm { id } } }', 'Unknown type "Itm".', ' Did you mean "Item", "ID", or "Int"?'],
];
/** Says no more than what was sent. */
const harmless = 'Field "item" of type "Item" must have a selection of subfields. Did you mean "item { ... }"?';

type Asker = Readonly<{ path: string; token?: string }>;
/** The messages of all errors. */
type Messages = (shop: Shop, query: string, asker: Asker) => Promise<string[]>;

const overHttp: Messages = async (shop, query, asker) =>
  ((await ask(shop, query, asker)).errors ?? []).map(({ message }) => message);

async function overSocket(shop: Shop, query: string, asker: Asker): Promise<string[]> {
  await using socket = openSocket(shop, asker);
  try {
    await socket.client.iterate({ query }).next();
    return [];
  } catch (errors) {
    return (errors as readonly Readonly<{ message: string }>[]).map(({ message }) => message);
  }
}

describe.each([
  ['HTTP', overHttp],
  ['a socket', overSocket],
])('over %s', (_, messages) => {
  test.each(mistakes)('names that are nearly right are not mended for a stranger: %s', async (...[, query, words]) => {
    await using shop = await openShop();
    expect(await messages(shop, query, { path: '/graphql' })).toEqual([words]);
    const token = await shop.identity.tokenOf('usr_ada', ['TRAVELER']);
    expect(await messages(shop, query, { path: '/graphql', token })).toEqual([words]);
  });

  test.each(mistakes)('but for those who may read the schema: %s', async (...[, query, words, suggestion]) => {
    await using shop = await openShop();
    const token = await shop.identity.tokenOf('usr_root', ['ADMIN']);
    expect(await messages(shop, query, { path: '/graphql', token })).toEqual([`${words}${suggestion}`]);
    expect(await messages(shop, query, { path: '/public/graphql' })).toEqual([`${words}${suggestion}`]);
  });

  test('a hint that tells nothing of the schema stays', async () => {
    await using shop = await openShop();
    expect(await messages(shop, '{ item(id: "1") }', { path: '/graphql' })).toEqual([harmless]);
  });
});
