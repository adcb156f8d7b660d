import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import type { SubgraphTransport } from '../src/transports/subgraph-transport.ts';
import { ask, codesOf, openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const query = '{ item(id: "itm_1") { label left } }';
const withoutStock = { item: { label: 'label of itm_1', left: null } };

/** Neither answers nor hears that nobody waits any more, as a frozen process behind a socket that stays open. */
function deafTransport(): SubgraphTransport & { asked: Promise<void> } {
  let called = () => {};
  const asked = new Promise<void>((resolve) => {
    called = resolve;
  });
  const never = () => {
    called();
    // Deadlines that only other signals hold are collected now.
    setImmediate(collectGarbage);
    return new Promise<never>(() => undefined);
  };
  async function* subscribe() {
    yield await never();
  }
  const close = async () => undefined;
  return { asked, execute: never, subscribe, isReachable: async () => true, close, [Symbol.asyncDispose]: close };
}

const openDeafShop = (stock: SubgraphTransport) =>
  openShop({ transports: new Map([['stock', stock]]), options: { fetchTimeoutInMs: 100 } });

test('a subgraph that never answers costs its own fields, over HTTP and over a websocket', async () => {
  await using shop = await openDeafShop(deafTransport());
  const answer = await ask(shop, query);
  expect([answer.status, answer.data, codesOf(answer)]).toEqual([200, withoutStock, ['SUBGRAPH_UNAVAILABLE']]);
  await using socket = openSocket(shop);
  const { value } = await socket.subscribe(query).next();
  expect(value?.data).toEqual(withoutStock);
});

test('an event of a subscription comes without the fields of a subgraph that never answers, and the next one comes too', async () => {
  await using shop = await openDeafShop(deafTransport());
  await using socket = openSocket(shop);
  const events = socket.subscribe('subscription { ticked { n item { label left } } }');
  const first = events.next();
  await shop.world.ticks.until(1);
  for (const n of [1, 2]) shop.world.ticks.publish({ n, item: { id: 'itm_1' } });
  expect((await first).value?.data).toEqual({ ticked: { n: 1, ...withoutStock } });
  expect((await events.next()).value?.data).toEqual({ ticked: { n: 2, ...withoutStock } });
});

test('a request is answered once its own time is over, however long a fetch may take', async () => {
  const stock = deafTransport();
  const options = { fetchTimeoutInMs: 60_000, requestTimeoutInMs: 200 };
  await using shop = await openShop({ transports: new Map([['stock', stock]]), options });
  const answer = ask(shop, query);
  await stock.asked;
  expect((await answer).data).toEqual(withoutStock);
});
