import { describe, expect, test } from '@jest/globals';
import { ask, codesOf, openShop } from './fixtures/open-shop.ts';

describe('queries and mutations', () => {
  test('fields of three subgraphs come in one answer', async () => {
    await using shop = await openShop();
    const { status, data, errors } = await ask(shop, '{ items { id label left } whoami }');
    expect([status, errors]).toEqual([200, undefined]);
    expect(data).toEqual({
      items: [
        { id: 'itm_1', label: 'label of itm_1', left: 3 },
        { id: 'itm_2', label: 'label of itm_2', left: 7 },
      ],
      whoami: 'nobody',
    });
  });

  test('the subgraph sees the caller of the access token and the request id', async () => {
    await using shop = await openShop();
    const token = await shop.identity.tokenOf('usr_ada');
    const { data, headers } = await ask(shop, '{ whoami requestId }', {
      token,
      headers: { 'x-request-id': 'client-chose-this' },
    });
    expect(data).toEqual({ whoami: 'usr_ada', requestId: 'client-chose-this' });
    expect(headers.get('x-request-id')).toBe('client-chose-this');
  });

  test('a fault in a subgraph is masked and carries the request id', async () => {
    await using shop = await openShop();
    const { data, errors } = await ask(shop, '{ broken whoami }', { headers: { 'x-request-id': 'req-of-test' } });
    expect(data).toEqual({ broken: null, whoami: 'nobody' });
    expect(errors).toEqual([
      {
        message: expect.not.stringContaining('hunter2'),
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'req-of-test' },
      },
    ]);
  });

  test('an error that a subgraph means to tell passes with its code and its place', async () => {
    await using shop = await openShop();
    const { errors } = await ask(shop, '{ items { id shaky } }');
    expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['items', 0, 'shaky'], { code: 'SHAKEN' }],
      [['items', 1, 'shaky'], { code: 'SHAKEN' }],
    ]);
  });

  test('introspection fields answer beside others', async () => {
    await using shop = await openShop({ options: { introspection: 'everyone' } });
    const { data } = await ask(shop, '{ __typename whoami __type(name: "Item") { name } }');
    expect(data).toEqual({ __typename: 'Query', whoami: 'nobody', __type: { name: 'Item' } });
  });

  test('inaccessible fields are unknown to clients', async () => {
    await using shop = await openShop();
    const answer = await ask(shop, 'mutation { refreshSession(token: "first-token") { __typename } }');
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
