import { describe, expect, test } from '@jest/globals';
import type { CostLimits } from '../src/cost/cost-limits.ts';
import { ask, openShop, type Shop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

const costLimits: CostLimits = { firstParty: 12, public: 8, assumedListSize: 10 };
const openLimited = () => openShop({ options: { costLimits } });

/** An item is one unit, what is left of it three more. */
const shelf = 'query ($n: Int) { shelf(first: $n) { left } }';

const doors = [
  { path: '/graphql', max: 12 },
  { path: '/public/graphql', max: 8 },
] as const;

/** The whole answer, extensions too. */
async function answerOf({ url }: Pick<Shop, 'url'>, { path, query, variables, accept }: Record<string, unknown>) {
  const response = await fetch(`${url}${path ?? '/graphql'}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accept ? { accept: String(accept) } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const refusal = (estimated: number, max: number) => ({
  message: `The operation may cost ${estimated}; ${max} is the most here. Ask for smaller pages, for fewer lists within lists, or split it.`,
  extensions: { code: 'OPERATION_TOO_COSTLY', cost: { estimated, max } },
});

describe.each(doors)('an operation at $path', ({ path, max }) => {
  const most = max / 4;

  test.each(['application/json', 'application/graphql-response+json'])(
    'may cost as much as the limit of the door says, and is refused above it, as %s',
    async (accept) => {
      await using shop = await openLimited();
      const passed = await answerOf(shop, { path, query: shelf, variables: { n: most }, accept });
      expect(passed).toMatchObject({ status: 200, body: { extensions: { cost: { estimated: max, max } } } });
      expect(passed.body.data).toMatchObject({ shelf: Array.from({ length: most }, () => ({})) });
      shop.world.seen.length = 0;
      const refused = await answerOf(shop, { path, query: shelf, variables: { n: most + 1 }, accept });
      expect(refused).toEqual({ status: 400, body: { errors: [refusal(max + 4, max)] } });
      expect(shop.world.seen).toEqual([]);
    },
  );

  test('has the same limit over a websocket', async () => {
    await using shop = await openLimited();
    await using socket = openSocket(shop, { path });
    const first = (variables: { n: number }) => socket.client.iterate({ query: shelf, variables }).next();
    expect((await first({ n: most })).value).toMatchObject({
      data: { shelf: Array.from({ length: most }, () => ({})) },
      extensions: { cost: { estimated: max, max } },
    });
    shop.world.seen.length = 0;
    await expect(first({ n: most + 1 })).rejects.toEqual([refusal(max + 4, max)]);
    expect(shop.world.seen).toEqual([]);
  });
});

describe('what an operation costs', () => {
  test('is told with every event of a subscription', async () => {
    await using shop = await openLimited();
    await using socket = openSocket(shop);
    const events = socket.client.iterate({ query: 'subscription { ticked { n item { left } } }' });
    const first = events.next();
    await shop.world.ticks.until(1);
    for (const n of [1, 2]) shop.world.ticks.publish({ n, item: { id: 'itm_1' } });
    const extensions = { cost: { estimated: 1 + 1 + 3, max: 12 } };
    expect((await first).value).toEqual({ data: { ticked: { n: 1, item: { left: 3 } } }, extensions });
    expect((await events.next()).value).toEqual({ data: { ticked: { n: 2, item: { left: 3 } } }, extensions });
  });

  test('keeps a subscription from beginning', async () => {
    await using shop = await openLimited();
    await using socket = openSocket(shop);
    const events = socket.client.iterate({ query: 'subscription { ticked { item { twins { id } left } } }' });
    await expect(events.next()).rejects.toEqual([refusal(1 + 1 + 10 + 3, 12)]);
    expect(shop.world.ticks.opened()).toBe(0);
  });

  test('is counted for a mutation too, which does nothing above the limit', async () => {
    await using shop = await openLimited();
    const token = await shop.identity.tokenOf('usr_ada');
    const query = 'mutation { setLeft(id: "itm_1", left: 9) { id } }';
    const { errors } = await ask(shop, query, { token });
    expect(errors).toEqual([refusal(10 + 5 + 1, 12)]);
    expect(shop.world.left.get('itm_1')).toBe(3);
  });

  test("of a mutation that begins a session is the client's part of it, without what the edge weaves in", async () => {
    await using shop = await openLimited();
    const query = 'mutation { signIn(name: "ada") { ... on SessionStarted { accessToken } } }';
    const { body } = await answerOf(shop, { query });
    expect(body).toMatchObject({
      data: { signIn: { accessToken: expect.any(String) } },
      extensions: { cost: { estimated: 10 + 1, max: 12 } },
    });
  });

  test('is not asked of what is wrong: that is told as it always was', async () => {
    await using shop = await openLimited();
    const wrongType = await answerOf(shop, { query: shelf, variables: { n: 'many' } });
    expect(wrongType).toMatchObject({ status: 200, body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } });
    const unknownField = await answerOf(shop, { query: '{ shelf(first: 900) { price } }' });
    expect(unknownField.body).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  test('counts what a caller is denied as well, and introspection as nothing', async () => {
    await using shop = await openLimited();
    const denied = await answerOf(shop, { query: '{ vault { gold } }' });
    expect(denied.body).toMatchObject({ data: { vault: null }, extensions: { cost: { estimated: 1 } } });
    const introspected = await answerOf(shop, { path: '/public/graphql', query: '{ __schema { types { name } } }' });
    expect(introspected.body.errors).toBeUndefined();
  });

  test('is counted anew on the supergraph of a reload', async () => {
    await using shop = await openLimited();
    const { composeShop } = await import('./fixtures/compose-shop.ts');
    const { executionSdl, ...rest } = composeShop();
    const cheaper = executionSdl.replaceAll('@cost(weight: 3)', '@cost(weight: 1)');
    expect(cheaper).not.toBe(executionSdl);
    const estimated = async () => (await answerOf(shop, { query: shelf })).body.extensions;
    expect(await estimated()).toEqual({ cost: { estimated: 8, max: 12 } });
    shop.gateway.reload({ ...rest, executionSdl: cheaper });
    expect(await estimated()).toEqual({ cost: { estimated: 4, max: 12 } });
  });
});
