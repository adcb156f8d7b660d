import { describe, expect, test } from '@jest/globals';
import type { ProxyTrust } from '../src/edge/client-address.ts';
import { defaultRateBudgets } from '../src/edge/rate-limits.ts';
import { closeCodes } from '../src/subscriptions/close-codes.ts';
import { ask, codesOf, openShop, type Shop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

const one = { operations: 1, windowInSeconds: 60 };
const oneEach = { ...defaultRateBudgets, publicPerAddress: one, anonymousPerAddress: one, perUser: one };
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

const openLimitedShop = (trustProxy: ProxyTrust) => openShop({ options: { trustProxy, rateBudgets: oneEach } });

async function askOverSocket(shop: Shop, address: string): Promise<readonly unknown[]> {
  await using socket = openSocket(shop, from(address));
  try {
    await socket.subscribe('{ whoami }').next();
    return [];
  } catch (errors) {
    return codesOf({ errors: errors as Parameters<typeof codesOf>[0]['errors'] });
  }
}

const askOverHttp = async (shop: Shop, address: string) => codesOf(await ask(shop, '{ whoami }', from(address)));

describe.each([
  ['HTTP', askOverHttp],
  ['a websocket', askOverSocket],
])("the client's address over %s", (_name, askFrom) => {
  test('two clients behind a proxy of ours have a budget each', async () => {
    await using shop = await openLimitedShop(['127.0.0.1', '::1']);
    expect([await askFrom(shop, '198.51.100.7'), await askFrom(shop, '198.51.100.8')]).toEqual([[], []]);
    expect(await askFrom(shop, '198.51.100.7')).toEqual(['RATE_LIMITED']);
    // What stands before the proxy's own entry is the client's invention.
    expect(await askFrom(shop, '203.0.113.1, 198.51.100.8')).toEqual(['RATE_LIMITED']);
  });

  test.each([['nobody' as const], [['10.0.0.0/8']]])(
    'who is no proxy of ours (%s) names nobody',
    async (trustProxy) => {
      await using shop = await openLimitedShop(trustProxy);
      expect(await askFrom(shop, '198.51.100.7')).toEqual([]);
      expect(await askFrom(shop, '198.51.100.8')).toEqual(['RATE_LIMITED']);
    },
  );
});

test('both ways of asking take from one budget', async () => {
  await using shop = await openLimitedShop('peer');
  expect(await askOverHttp(shop, '198.51.100.7')).toEqual([]);
  expect(await askOverSocket(shop, '198.51.100.7')).toEqual(['RATE_LIMITED']);
});

test('open sockets are counted per client behind a proxy of ours, and an IPv6 network is one client', async () => {
  await using shop = await openShop({ options: { trustProxy: 'peer', maxSocketsPerAddress: 1 } });
  await using first = openSocket(shop, from('2001:db8::1'));
  await using neighbour = openSocket(shop, from('2001:db8:0:1::1'));
  await using second = openSocket(shop, from('2001:db8::9:8:7:6'));
  for (const socket of [first, neighbour, second]) {
    // A socket stays open for as long as something runs on it.
    const waiting = socket.subscribe('subscription { ticked { n } }').next();
    waiting.catch(() => undefined);
    if (socket !== second) await shop.world.ticks.until(1);
    if (socket === neighbour) expect((await socket.subscribe('{ whoami }').next()).done).toBe(false);
  }
  expect((await second.closed).code).toBe(closeCodes.TOO_MANY_SOCKETS);
});
