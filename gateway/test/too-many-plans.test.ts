import { describe, expect, test } from '@jest/globals';
import type { SubgraphTransport } from '../src/transports/subgraph-transport.ts';
import { ask, codesOf, openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';
import { composeMarketplace, nestedKinds } from './planner/marketplace.ts';

/** A subgraph that knows of nothing: what is tested here happens before it is asked. */
const emptySubgraph: SubgraphTransport = {
  execute: async () => ({ data: { deals: [] } }),
  subscribe: async function* () {},
  isReachable: async () => true,
  close: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
};

/** A schema that leaves the planner more ways for each level of an operation (ADR 0004). */
const openAmbiguousMarketplace = () =>
  openShop({
    deps: {
      supergraph: {
        executionSdl: composeMarketplace('interface object'),
        publicSdl: 'type Query { a: Int }',
        authorization: {},
      },
      transports: new Map(['listings', 'deals', 'bookings', 'analytics'].map((name) => [name, emptySubgraph])),
    },
  });

describe('an operation with too many ways to be planned', () => {
  test('is refused over HTTP with a code of its own and as 4xx; one level less is planned', async () => {
    await using shop = await openAmbiguousMarketplace();
    const planned = await ask(shop, nestedKinds(1));
    expect([planned.status, planned.errors, planned.data]).toEqual([200, undefined, { deals: [] }]);
    const refused = await ask(shop, nestedKinds(2));
    expect([refused.status, codesOf(refused)]).toEqual([400, ['OPERATION_TOO_MANY_PLANS']]);
    // The planner's own words name subgraphs and limits.
    expect(refused.errors?.[0]?.message).toBe(
      'There are too many ways to fetch the operation to choose one of them. Split it.',
    );
  });

  test('is refused over a websocket with the same code', async () => {
    await using shop = await openAmbiguousMarketplace();
    await using socket = openSocket(shop);
    expect((await socket.subscribe(nestedKinds(1)).next()).value).toEqual({ data: { deals: [] } });
    expect((await socket.subscribe(nestedKinds(2)).next()).value?.errors).toMatchObject([
      { extensions: { code: 'OPERATION_TOO_MANY_PLANS' } },
    ]);
  });
});
