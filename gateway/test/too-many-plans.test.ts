import { describe, expect, test } from '@jest/globals';
import { openAmbiguousShop } from './fixtures/open-ambiguous-shop.ts';
import { ask, codesOf } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';
import { nestedKinds } from './planner/marketplace.ts';

describe('an operation with too many ways to be planned', () => {
  test('is refused over HTTP with a code of its own and as 4xx; one level less is planned', async () => {
    await using shop = await openAmbiguousShop();
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
    await using shop = await openAmbiguousShop();
    await using socket = openSocket(shop);
    expect((await socket.subscribe(nestedKinds(1)).next()).value).toEqual({ data: { deals: [] } });
    expect((await socket.subscribe(nestedKinds(2)).next()).value?.errors).toMatchObject([
      { extensions: { code: 'OPERATION_TOO_MANY_PLANS' } },
    ]);
  });
});
