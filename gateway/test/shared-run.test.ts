import { expect, test } from '@jest/globals';
import type { InternalEnvelope } from '@meridian/platform/subgraph/internal-caller';
import type { ExecutionResult } from 'graphql';
import type { SubgraphTransport } from '../src/transports/subgraph-transport.ts';
import { openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';
import { createEmitter } from './fixtures/shop-world.ts';

type Heard = Readonly<{ open: InternalEnvelope[]; rest: InternalEnvelope[] }>;

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const headers = { traceparent, 'x-forwarded-for': '198.51.100.7' };

const idle: SubgraphTransport = {
  execute: async () => ({ data: {} }),
  subscribe: async function* () {},
  isReachable: async () => true,
  close: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
};

/** A shop whose subgraphs of a stream keep what travels beside the operations. */
async function openWatchedShop() {
  const ticks = createEmitter<ExecutionResult>();
  const heard: Heard = { open: [], rest: [] };
  const ticker: SubgraphTransport = {
    ...idle,
    subscribe: (_request, { envelope }) => {
      heard.open.push(envelope);
      return ticks.listen();
    },
  };
  const catalog: SubgraphTransport = {
    ...idle,
    execute: async (_request, { envelope }) => {
      heard.rest.push(envelope);
      return { data: { _entities: [{ __typename: 'Item', label: 'an item' }] } };
    },
  };
  const transports = new Map([
    ['ticker', ticker],
    ['catalog', catalog],
  ]);
  const shop = await openShop({ options: { trustProxy: 'peer' }, transports });
  const publish = () => ticks.publish({ data: { ticked: { item: { __typename: 'Item', id: 'itm_1' } } } });
  return { ...shop, heard, ticks, publish };
}

const query = 'subscription ($after: Cursor) { ticked(after: $after) { item { label } } }';

test.each([
  ['a stranger', undefined],
  ['a user', 'usr_ada'],
])('what is shared runs in the name of nobody, though %s came first', async (_name, userId) => {
  await using shop = await openWatchedShop();
  await using socket = openSocket(shop, { headers, ...(userId ? { token: await shop.identity.tokenOf(userId) } : {}) });
  const first = socket.subscribe(query).next();
  await shop.ticks.until(1);
  shop.publish();
  expect((await first).value).toEqual({ data: { ticked: { item: { label: 'an item' } } } });
  const [requestId] = shop.heard.open.map((envelope) => envelope.requestId);
  // The socket's own was the first, that of its operation the second.
  expect(requestId).toBe('req_0000000000000000000003');
  const nobodys = { token: expect.any(String), requestId };
  expect(shop.heard).toEqual({ open: [nobodys], rest: [nobodys] });
});

test("a replay is its own client's, who can be followed through it", async () => {
  await using shop = await openWatchedShop();
  await using socket = openSocket(shop, { headers });
  const first = socket.subscribe(query, { after: '41' }).next();
  await shop.ticks.until(1);
  shop.publish();
  await first;
  const own = { requestId: 'req_0000000000000000000002', clientAddress: '198.51.100.7', traceparent };
  expect(shop.heard).toMatchObject({ open: [own], rest: [own] });
});
