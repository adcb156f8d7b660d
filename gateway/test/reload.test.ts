import { describe, expect, test } from '@jest/globals';
import { silentLogger } from '@meridian/platform/observability/logger';
import type { Executor } from '../src/executor/executor.ts';
import { createStockExecutor } from '../src/executor/stock-executor.ts';
import { composeShop } from './fixtures/compose-shop.ts';
import { isReleased } from './fixtures/garbage.ts';
import { ask, openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

const ticked = 'subscription { ticked { n item { id label left } } }';

/** A shop that tells on which supergraphs and schemas its operations ran, without holding any of them. */
async function openWatchedShop() {
  const seen: WeakRef<object>[] = [];
  const see = (object: object) => {
    if (!seen.some((known) => known.deref() === object)) seen.push(new WeakRef(object));
  };
  const state: { executor?: Executor } = {};
  const executor: Executor = {
    execute(plan, request) {
      see(request.operation.supergraph);
      see(request.operation.view.schema);
      if (!state.executor) throw new Error('not yet');
      return state.executor.execute(plan, request);
    },
  };
  const shop = await openShop({ deps: { executor } });
  state.executor = createStockExecutor({ transports: shop.inProcess, logger: silentLogger, fetchTimeoutInMs: 10_000 });
  return { ...shop, seen };
}

describe('a reload of the supergraph', () => {
  test('leaves a subscription on the one that it began with, which is let go behind the last subscriber', async () => {
    await using shop = await openWatchedShop();
    await using socket = openSocket(shop);
    await using other = openSocket(shop);
    // Apollo Server holds the one schema that it was started with, for good. So what is watched is the second one.
    shop.gateway.reload(composeShop());
    // Whatever a gateway keeps of an operation, it keeps now.
    await ask(shop, '{ items { id label left } }');
    await ask(shop, '{ items { id } }', { path: '/public/graphql' });
    await socket.subscribe('{ whoami }').next();
    const old = [...shop.seen];
    expect(old).toHaveLength(3);
    const events = socket.subscribe(ticked);
    const first = events.next();
    await shop.world.ticks.until(1);

    shop.gateway.reload(composeShop());
    await ask(shop, '{ items { id label left } }');
    const late = other.subscribe(ticked);
    const firstOfLate = late.next();
    // A new subscriber does not join what runs on the old supergraph.
    await shop.world.ticks.until(2);
    shop.world.ticks.publish({ n: 1, item: { id: 'itm_1' } });
    const event = { data: { ticked: { n: 1, item: { id: 'itm_1', label: 'label of itm_1', left: 3 } } } };
    expect([(await first).value, (await firstOfLate).value]).toEqual([event, event]);
    expect(shop.gateway.openStreams()).toBe(2);
    expect(old.every((reference) => reference.deref() !== undefined)).toBe(true);

    await events.return();
    await shop.world.ticks.until(1);
    for (const reference of old) expect(await isReleased(reference)).toBe(true);
    expect(shop.gateway.openStreams()).toBe(1);
    await late.return();
  });
});
