import { describe, expect, test } from '@jest/globals';
import type { Role } from '@meridian/platform/identity/principal';
import { loadSupergraph } from '../src/supergraph/load-supergraph.ts';
import { composeShop } from './fixtures/compose-shop.ts';
import { ask, codesOf, openShop, type Shop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

const told = ({ errors }: Awaited<ReturnType<typeof ask>>) =>
  (errors ?? []).map(({ path, extensions }) => `${path?.join('.') ?? '-'} ${extensions?.code}`);

const as = async (shop: Shop, query: string, roles?: readonly Role[]) =>
  ask(shop, query, roles ? { token: await shop.identity.tokenOf('usr_ada', roles) } : {});

describe('authorisation directives', () => {
  test('a guarded root field is null with an error for a stranger, and forbidden for a traveler', async () => {
    await using shop = await openShop();
    const stranger = await as(shop, '{ report whoami }');
    expect([stranger.status, stranger.data, told(stranger)]).toEqual([
      200,
      { report: null, whoami: 'nobody' },
      ['report UNAUTHENTICATED'],
    ]);
    expect(told(await as(shop, '{ report whoami }', ['TRAVELER']))).toEqual(['report FORBIDDEN']);
  });

  test('an operation of refused fields alone answers nulls and reaches no subgraph', async () => {
    await using shop = await openShop();
    const answer = await as(
      shop,
      'mutation { one: setLeft(id: "itm_1", left: 0) { left } two: setLeft(id: "itm_2", left: 0) { id } }',
    );
    expect(answer.data).toEqual({ one: null, two: null });
    expect(told(answer)).toEqual(['one UNAUTHENTICATED', 'two UNAUTHENTICATED']);
    expect(shop.world.seen).toEqual([]);
    expect(shop.world.left.get('itm_1')).toBe(3);
  });

  test('a refused mutation says that it may not be done, and what is missing', async () => {
    await using shop = await openShop();
    const sentences = async (query: string, roles?: readonly Role[]) =>
      ((await as(shop, query, roles)).errors ?? []).map(({ message }) => message);
    const restock = 'mutation { restock(id: "itm_1") { id } }';
    const missing =
      'Your account may not do this. It needs the scope listings:write or stock:read and stock:write, which the role OWNER or ADMIN brings.';
    expect(await sentences(restock, ['TRAVELER'])).toEqual([missing]);
    expect(
      await sentences('mutation { ...M } fragment M on Mutation { restock(id: "itm_1") { id } }', ['SUPPORT']),
    ).toEqual([missing]);
    expect(await sentences(restock)).toEqual(['Sign in to do this.']);
    expect(await sentences('{ report }', ['TRAVELER'])).toEqual(['Your account may not see this field.']);
    // What a mutation answers is seen, not done.
    expect(await sentences('mutation { setLeft(id: "itm_1", left: 1) { cost } }', ['TRAVELER'])).toEqual([
      'Your account may not see this field.',
    ]);
  });

  test('each place in a list has its own error, and the field is never fetched', async () => {
    await using shop = await openShop();
    const answer = await as(shop, '{ items { id cost hidden } }');
    expect(answer.data).toEqual({
      items: [
        { id: 'itm_1', cost: null, hidden: null },
        { id: 'itm_2', cost: null, hidden: null },
      ],
    });
    expect(told(answer).sort()).toEqual([
      'items.0.cost UNAUTHENTICATED',
      'items.0.hidden UNAUTHENTICATED',
      'items.1.cost UNAUTHENTICATED',
      'items.1.hidden UNAUTHENTICATED',
    ]);
    expect(shop.world.seen).not.toContain('stock: cost');
  });

  test.each([
    ['an alias', '{ item(id: "itm_1") { id: hidden } }', { item: { id: null } }, ['item.id UNAUTHENTICATED']],
    ['an alias of the root', '{ whoami: report }', { whoami: null }, ['whoami UNAUTHENTICATED']],
    [
      'a named fragment',
      '{ item(id: "itm_1") { ...F } } fragment F on Item { label hidden }',
      { item: { label: 'label of itm_1', hidden: null } },
      ['item.hidden UNAUTHENTICATED'],
    ],
    [
      'a fragment in a fragment',
      '{ ...Q } fragment Q on Query { item(id: "itm_1") { ... { ... on Item { hidden } } } }',
      { item: { hidden: null } },
      ['item.hidden UNAUTHENTICATED'],
    ],
    [
      '__typename beside it',
      '{ item(id: "itm_1") { __typename hidden } }',
      { item: { __typename: 'Item', hidden: null } },
      ['item.hidden UNAUTHENTICATED'],
    ],
    [
      '@include',
      'query ($yes: Boolean = true) { item(id: "itm_1") { hidden @include(if: $yes) } }',
      { item: { hidden: null } },
      ['item.hidden UNAUTHENTICATED'],
    ],
    [
      '@skip, which leaves nothing to refuse',
      '{ item(id: "itm_1") { id hidden @skip(if: true) } }',
      { item: { id: 'itm_1' } },
      ['- UNAUTHENTICATED'],
    ],
    [
      'twice under one name',
      '{ item(id: "itm_1") { hidden ... on Item { hidden } } }',
      { item: { hidden: null } },
      ['item.hidden UNAUTHENTICATED'],
    ],
    [
      'a list below an object',
      '{ item(id: "itm_1") { twins { hidden } } }',
      { item: { twins: [{ hidden: null }, { hidden: null }] } },
      ['item.twins.0.hidden UNAUTHENTICATED', 'item.twins.1.hidden UNAUTHENTICATED'],
    ],
    [
      'a field that returns a guarded type',
      '{ vault { id } whoami }',
      { vault: null, whoami: 'nobody' },
      ['vault UNAUTHENTICATED'],
    ],
  ])('%s does not get around it', async (...[, query, data, errors]) => {
    await using shop = await openShop();
    const answer = await as(shop, query);
    expect([answer.data, told(answer)]).toEqual([data, errors]);
    expect(JSON.stringify(answer.data)).not.toContain('secret');
  });

  test('on an interface a field needs what any type behind it needs; a fragment on a free type works', async () => {
    await using shop = await openShop();
    const answer = await as(shop, '{ things { id hidden } }');
    expect(answer.data).toEqual({
      things: [
        { id: 'itm_1', hidden: null },
        { id: 'box_1', hidden: null },
      ],
    });
    expect(told(answer)).toEqual(['things.0.hidden UNAUTHENTICATED', 'things.1.hidden UNAUTHENTICATED']);
    const free = await as(shop, '{ things { id ... on Box { hidden } } }');
    expect([free.data, free.errors]).toEqual([
      { things: [{ id: 'itm_1' }, { id: 'box_1', hidden: 'not so secret' }] },
      undefined,
    ]);
    const signedIn = await as(shop, '{ things { hidden } }', ['TRAVELER']);
    expect(signedIn.data).toEqual({ things: [{ hidden: 'secret of itm_1' }, { hidden: 'not so secret' }] });
  });

  test('a guarded member of a union shows its kind and nothing else', async () => {
    await using shop = await openShop();
    const query = '{ anything { __typename ... on Item { id } ... on Vault { gold } } }';
    const answer = await as(shop, query);
    expect(answer.data).toEqual({
      anything: [{ __typename: 'Item', id: 'itm_1' }, { __typename: 'Box' }, { __typename: 'Vault', gold: null }],
    });
    expect(told(answer)).toEqual(['anything.2.gold UNAUTHENTICATED']);
    expect((await as(shop, query, ['TRAVELER'])).data).toMatchObject({ anything: [{}, {}, { gold: 7 }] });
  });

  test('a refused field that may not be null takes its parent along, and the error says why', async () => {
    await using shop = await openShop();
    const answer = await as(shop, '{ reportOrDie { id body } whoami }', ['TRAVELER']);
    expect([answer.data, codesOf(answer)]).toEqual([{ reportOrDie: null, whoami: 'usr_ada' }, ['FORBIDDEN']]);
  });

  test('two callers with other rights never share a plan', async () => {
    await using shop = await openShop();
    const query = '{ item(id: "itm_1") { hidden } }';
    const seen = [await as(shop, query), await as(shop, query, ['TRAVELER']), await as(shop, query)];
    expect(seen.map(({ data }) => data)).toEqual([
      { item: { hidden: null } },
      { item: { hidden: 'secret of itm_1' } },
      { item: { hidden: null } },
    ]);
  });

  test('subscriptions obey: a guarded stream is not opened, a guarded field of an event is null', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop);
    const refused = socket.subscribe('subscription { mine { n } }');
    expect((await refused.next()).value).toMatchObject({
      data: { mine: null },
      errors: [{ path: ['mine'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect((await refused.next()).done).toBe(true);
    expect(shop.world.ticks.opened()).toBe(0);
    const partly = socket.subscribe('subscription { ticked { n who item { hidden } } }');
    const first = partly.next();
    await shop.world.ticks.until(1);
    shop.world.ticks.publish({ n: 1, item: { id: 'itm_1' } });
    const event = (await first).value;
    expect(event?.data).toEqual({ ticked: { n: 1, who: null, item: { hidden: null } } });
    expect(event?.errors?.map(({ path }) => path)).toEqual([
      ['ticked', 'who'],
      ['ticked', 'item', 'hidden'],
    ]);
  });

  test('a directive that nobody enforces keeps the gateway from starting', () => {
    const source = composeShop();
    const authorization = { ...source.authorization, 'Query.whoami': { policy: { policies: [['vip']] } } };
    expect(() => loadSupergraph({ ...source, authorization })).toThrow('no enforcer for @policy on Query.whoami');
  });

  test('demands that are not of the expected form let nobody through', async () => {
    const source = composeShop();
    const authorization = { ...source.authorization, 'Query.whoami': { requiresScopes: { scopes: 'oops' } } };
    await using shop = await openShop({ deps: { supergraph: { ...source, authorization } } });
    expect(told(await as(shop, '{ whoami }', ['ADMIN']))).toEqual(['whoami FORBIDDEN']);
  });
});
