import { expect, test } from '@jest/globals';
import { ask, codesOf, openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

test('an operation name that the document lacks runs nothing', async () => {
  await using shop = await openShop();
  const token = await shop.identity.tokenOf('usr_ada');
  await using socket = openSocket(shop, { token });
  const query = 'mutation Empty { setLeft(id: "itm_1", left: 0) { id } }';
  const overHttp = await ask(shop, query, { token, operationName: 'Other' });
  expect([overHttp.status, codesOf(overHttp)]).toEqual([200, ['OPERATION_RESOLUTION_FAILURE']]);
  const overSocket = socket.client.iterate({ query, operationName: 'Other' });
  await expect(overSocket.next()).rejects.toMatchObject([{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }]);
  expect(shop.world.left.get('itm_1')).toBe(3);
  expect((await ask(shop, query, { token, operationName: 'Empty' })).data).toEqual({ setLeft: { id: 'itm_1' } });
});

test('a document with several operations and no name is told so, over a websocket as over HTTP', async () => {
  await using shop = await openShop();
  await using socket = openSocket(shop);
  const query = 'query One { whoami } query Two { whoami }';
  const overHttp = await ask(shop, query);
  const overSocket = await socket
    .subscribe(query)
    .next()
    .catch((errors: unknown) => errors);
  for (const errors of [overHttp.errors, overSocket])
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }]);
});
