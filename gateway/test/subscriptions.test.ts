import { describe, expect, test } from '@jest/globals';
import { closeCodes } from '../src/subscriptions/close-codes.ts';
import { composeShop } from './fixtures/compose-shop.ts';
import { ask, openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

const ticked = 'subscription { ticked { n item { id label left } } }';

describe('federated subscriptions', () => {
  test('each event is completed from the other subgraphs, in order', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop);
    const events = socket.subscribe(ticked);
    const first = events.next();
    await shop.world.ticks.until(1);
    for (const n of [1, 2, 3]) shop.world.ticks.publish({ n, item: { id: 'itm_2' } });
    const item = { id: 'itm_2', label: 'label of itm_2', left: 7 };
    expect((await first).value).toEqual({ data: { ticked: { n: 1, item } } });
    expect((await events.next()).value).toEqual({ data: { ticked: { n: 2, item } } });
    expect((await events.next()).value).toEqual({ data: { ticked: { n: 3, item } } });
    await events.return();
    await shop.world.ticks.until(0);
  });

  test("an error in one event is that event's; the stream goes on", async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop);
    const events = socket.subscribe('subscription { ticked { n shout item { id shaky } } }');
    const first = events.next();
    await shop.world.ticks.until(1);
    shop.world.ticks.publish({ n: 13, item: { id: 'itm_1' } });
    shop.world.ticks.publish({ n: 14 });
    const unlucky = (await first).value;
    expect(unlucky?.data).toEqual({ ticked: { n: 13, shout: null, item: { id: 'itm_1', shaky: null } } });
    expect(unlucky?.errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['ticked', 'shout'], 'UNLUCKY'],
      [['ticked', 'item', 'shaky'], 'SHAKEN'],
    ]);
    expect((await events.next()).value).toEqual({ data: { ticked: { n: 14, shout: '14!', item: null } } });
  });

  test('when the subgraph completes, so does the subscription', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop);
    const events = socket.subscribe(ticked);
    const first = events.next();
    await shop.world.ticks.until(1);
    shop.world.ticks.complete();
    expect(await first).toEqual({ done: true, value: undefined });
  });

  test('a subscription that its subgraph refuses answers the reason and ends', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop);
    const events = socket.subscribe('subscription { refused { n } }');
    const refused = (await events.next()).value;
    expect(refused?.errors?.map(({ extensions }) => extensions?.code)).toEqual(['NOT_TODAY']);
    expect((await events.next()).done).toBe(true);
  });

  test('equal anonymous subscriptions share one stream; it closes behind the last', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop);
    await using other = openSocket(shop, { token: await shop.identity.tokenOf('usr_ada') });
    const streams = [
      socket.subscribe(ticked),
      other.subscribe(ticked),
      other.subscribe('subscription { ticked { n item { id label } } }'),
    ];
    const firsts = streams.map((stream) => stream.next());
    await shop.world.ticks.until(1);
    // What was sent on a socket before an answer on it has arrived as well.
    await Promise.all([socket, other].map((each) => each.subscribe('{ whoami }').next()));
    shop.world.ticks.publish({ n: 1, item: { id: 'itm_1' } });
    const values = await Promise.all(firsts);
    expect(values).toMatchObject(Array(3).fill({ value: { data: { ticked: { n: 1 } } } }));
    // The last one selects other fields elsewhere, but the same of the stream itself.
    expect(shop.world.ticks.opened()).toBe(1);
    for (const stream of streams) await stream.return();
    await shop.world.ticks.until(0);
    expect(shop.gateway.openStreams()).toBe(0);
  });

  test('a cursor, other arguments or a guarded field open a stream of their own', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop, { token: await shop.identity.tokenOf('usr_ada') });
    await using other = openSocket(shop, { token: await shop.identity.tokenOf('usr_bob') });
    const query = 'subscription ($after: Cursor, $every: Int) { ticked(after: $after, every: $every) { n } }';
    const opens = [
      socket.subscribe(query, { every: 1 }),
      socket.subscribe(query, { every: 1 }),
      socket.subscribe(query, { every: 2 }),
      socket.subscribe(query, { after: '41' }),
      socket.subscribe(query, { after: '41' }),
      socket.subscribe('subscription { ticked { n who } }'),
      other.subscribe('subscription { ticked { n who } }'),
    ];
    const firsts = opens.map((stream) => stream.next());
    await shop.world.ticks.until(4);
    const replayed = [await firsts[3], await firsts[4]];
    expect(replayed.map((result) => result?.value)).toEqual([
      { data: { ticked: { n: 42 } } },
      { data: { ticked: { n: 42 } } },
    ]);
    const more = [opens[3]?.next(), opens[4]?.next()];
    await shop.world.ticks.until(6);
    shop.world.ticks.publish({ n: 43 });
    const whos = await Promise.all([firsts[5], firsts[6], ...more]);
    expect(whos.map((result) => result?.value?.data)).toEqual([
      { ticked: { n: 43, who: 'usr_ada' } },
      { ticked: { n: 43, who: 'usr_bob' } },
      { ticked: { n: 43 } },
      { ticked: { n: 43 } },
    ]);
    await Promise.all(firsts);
  });

  test('what the schema calls private to its caller is never shared, though nothing guards it', async () => {
    await using shop = await openShop();
    const sockets = [
      openSocket(shop, { token: await shop.identity.tokenOf('usr_ada') }),
      openSocket(shop, { token: await shop.identity.tokenOf('usr_bob') }),
      openSocket(shop),
    ];
    const firsts = sockets.map((socket) => socket.subscribe('subscription { ticked { whisper } }').next());
    await shop.world.ticks.until(3);
    shop.world.ticks.publish({ n: 1 });
    const heard = (await Promise.all(firsts)).map(({ value }) => value?.data);
    expect(heard).toEqual(['usr_ada', 'usr_bob', 'nobody'].map((who) => ({ ticked: { whisper: `psst, ${who}` } })));
    for (const socket of sockets) await socket[Symbol.asyncDispose]();
  });

  test('the socket closes with its own code when the access token ends', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop, { token: await shop.identity.tokenOf('usr_ada') });
    const events = socket.subscribe(ticked);
    const first = events.next();
    first.catch(() => undefined);
    await shop.world.ticks.until(1);
    shop.clock.advance(10 * 60_000);
    shop.scheduler.runUntil(shop.clock.now());
    expect((await socket.closed).code).toBe(closeCodes.ACCESS_TOKEN_EXPIRED);
    await shop.world.ticks.until(0);
  });

  test.each([
    ['forged', 'ACCESS_TOKEN_INVALID', 0],
    ['expired', 'ACCESS_TOKEN_EXPIRED', 10 * 60_000],
  ] as const)('a socket with a token that is %s is closed with %s', async (kind, name, later) => {
    await using shop = await openShop();
    const token = kind === 'forged' ? 'not.a.token' : await shop.identity.tokenOf('usr_ada');
    shop.clock.advance(later);
    await using socket = openSocket(shop, { token });
    socket
      .subscribe(ticked)
      .next()
      .catch(() => undefined);
    expect((await socket.closed).code).toBe(closeCodes[name]);
  });

  test('more subscriptions than a socket may have close it with a code', async () => {
    await using shop = await openShop({ options: { maxSubscriptionsPerSocket: 2 } });
    await using socket = openSocket(shop);
    for (const every of [1, 2, 3]) {
      socket
        .subscribe(`subscription { ticked(every: ${every}) { n } }`)
        .next()
        .catch(() => undefined);
    }
    expect((await socket.closed).code).toBe(closeCodes.TOO_MANY_SUBSCRIPTIONS);
  });

  test('more sockets than an address may have are closed with a code', async () => {
    await using shop = await openShop({ options: { maxSocketsPerAddress: 1 } });
    await using first = openSocket(shop);
    first
      .subscribe(ticked)
      .next()
      .catch(() => undefined);
    await shop.world.ticks.until(1);
    await using second = openSocket(shop);
    second
      .subscribe('{ whoami }')
      .next()
      .catch(() => undefined);
    expect((await second.closed).code).toBe(closeCodes.TOO_MANY_SOCKETS);
    expect(shop.world.ticks.listeners()).toBe(1);
  });

  test('a gateway that stops says so', async () => {
    const shop = await openShop();
    await using socket = openSocket(shop);
    socket
      .subscribe(ticked)
      .next()
      .catch(() => undefined);
    await shop.world.ticks.until(1);
    await shop.close();
    expect((await socket.closed).code).toBe(closeCodes.GOING_AWAY);
  });

  test('a subscription outlives a reload of the supergraph', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop);
    const events = socket.subscribe(ticked);
    const first = events.next();
    await shop.world.ticks.until(1);
    shop.gateway.reload(composeShop());
    shop.world.ticks.publish({ n: 1, item: { id: 'itm_1' } });
    expect((await first).value).toMatchObject({ data: { ticked: { n: 1, item: { left: 3 } } } });
    expect((await ask(shop, '{ whoami }')).data).toEqual({ whoami: 'nobody' });
  });

  test('queries and mutations run over the socket as well, with the same limits', async () => {
    await using shop = await openShop();
    await using socket = openSocket(shop, { token: await shop.identity.tokenOf('usr_ada') });
    const run = async (query: string) => (await socket.subscribe(query).next()).value;
    expect(await run('{ whoami }')).toEqual({ data: { whoami: 'usr_ada' } });
    expect(await run('mutation { setLeft(id: "itm_1", left: 5) { left } }')).toEqual({
      data: { setLeft: { left: 5 } },
    });
    const deep = `{ item(id: "itm_1") ${'{ twin '.repeat(12)} { id } ${'}'.repeat(12)} }`;
    await expect(run(deep)).rejects.toMatchObject([{ extensions: { code: 'OPERATION_TOO_DEEP' } }]);
  });
});
