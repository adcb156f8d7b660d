import { describe, expect, test } from '@jest/globals';
import { createInternalTokens } from '@meridian/platform/identity/internal-token';
import { systemClock } from '@meridian/platform/time/clock';
import { createHttpTransport } from '../src/transports/http-transport.ts';
import { ask, openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';
import { internalKey } from './fixtures/shop-identity.ts';
import { type ShopName, shopNames } from './fixtures/shop-subgraphs.ts';
import { spawnShopSubgraph } from './fixtures/spawn-shop-subgraph.ts';

/** The shop with each subgraph as a process of its own. The clock is real here: the processes have their own. */
async function openDistributedShop() {
  const internalTokens = createInternalTokens({ key: internalKey, clock: systemClock });
  const started = await Promise.all(shopNames.map(async (name) => [name, await spawnShopSubgraph(name)] as const));
  const processes = new Map(started);
  const transports = new Map(
    started.map(([name, { url }]) => [
      name as string,
      createHttpTransport({
        name,
        url,
        socketToken: () => internalTokens.issue({ principal: { kind: 'anonymous' }, audience: name }),
      }),
    ]),
  );
  const shop = await openShop({ transports, deps: { internalTokens }, startInMs: systemClock.now() });
  const processOf = (name: ShopName) => {
    const found = processes.get(name);
    if (!found) throw new Error(`no process ${name}`);
    return found;
  };
  const close = async () => {
    await shop.close();
    await Promise.all([...transports.values()].map((transport) => transport.close()));
    await Promise.all([...processes.values()].map((process) => process.kill()));
  };
  return { ...shop, processOf, [Symbol.asyncDispose]: close };
}

describe('each subgraph a process of its own', () => {
  test('queries, mutations and subscriptions span processes; what is down costs its own fields', async () => {
    await using shop = await openDistributedShop();
    const token = await shop.identity.tokenOf('usr_ada');
    const query = '{ items { id label left } whoami }';
    expect(await ask(shop, query, { token })).toMatchObject({
      status: 200,
      data: { whoami: 'usr_ada', items: [{ left: 3 }, { left: 7 }] },
    });

    await using socket = openSocket(shop, { token });
    const events = socket.subscribe('subscription { ticked { n who item { label left } } }');
    const first = events.next();
    await shop.processOf('ticker').until(1);
    shop.processOf('ticker').publish({ n: 1, item: { id: 'itm_2' } });
    expect((await first).value).toEqual({
      data: { ticked: { n: 1, who: 'usr_ada', item: { label: 'label of itm_2', left: 7 } } },
    });

    await shop.processOf('stock').kill();
    const partial = await ask(shop, query, { token });
    expect(partial.data).toEqual({
      whoami: 'usr_ada',
      items: [
        { id: 'itm_1', label: 'label of itm_1', left: null },
        { id: 'itm_2', label: 'label of itm_2', left: null },
      ],
    });
    expect(partial.errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['items', 0], { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'stock' }],
      [['items', 1], { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'stock' }],
    ]);

    const second = events.next();
    shop.processOf('ticker').publish({ n: 2, item: { id: 'itm_2' } });
    expect((await second).value).toMatchObject({
      data: { ticked: { n: 2, item: { label: 'label of itm_2', left: null } } },
      errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    });

    const lost = events.next();
    await shop.processOf('ticker').kill();
    await expect(lost).rejects.toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });
});
