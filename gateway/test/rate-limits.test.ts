import { describe, expect, jest, test } from '@jest/globals';
import { anonymous, type Principal } from '@meridian/platform/identity/principal';
import { createRateLimits, defaultRateBudgets, type RateBudgets } from '../src/edge/rate-limits.ts';
import { closeCodes } from '../src/subscriptions/close-codes.ts';
import { ask, codesOf, openShop, type Shop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

const two = { operations: 2, windowInSeconds: 60 };
const budgets = { publicPerAddress: two, perAddress: two, anonymousPerAddress: two, perUser: two };
const user = (userId: string): Principal => ({
  kind: 'user',
  userId,
  sessionId: 'ses_1',
  roles: ['TRAVELER'],
  scopes: [],
});

const firstParty = 'firstParty';

test('each address has a budget of its own on each door, whoever asks', async () => {
  const { takeFromAddress } = createRateLimits(budgets);
  for (const knock of [
    { view: firstParty, address: '192.0.2.1' } as const,
    { view: firstParty, address: '192.0.2.2' } as const,
    { view: 'public', address: '192.0.2.1' } as const,
  ]) {
    const answers = [await takeFromAddress(knock), await takeFromAddress(knock), await takeFromAddress(knock)];
    expect(answers.map((refusal) => refusal?.code)).toEqual([undefined, undefined, 'RATE_LIMITED']);
    expect(answers[2]?.retryAfterInSeconds).toBeGreaterThan(0);
  }
});

test('each user, and each address of a stranger, has one besides', async () => {
  const { takeFromCaller: take } = createRateLimits(budgets);
  for (const [principal, address] of [
    [anonymous, '192.0.2.1'],
    [anonymous, '192.0.2.2'],
    [user('usr_1'), '192.0.2.1'],
    [user('usr_2'), '192.0.2.1'],
  ] as const) {
    const operation = { view: firstParty, principal, address } as const;
    const answers = [await take(operation), await take(operation), await take(operation)];
    expect(answers.map((refusal) => refusal?.code)).toEqual([undefined, undefined, 'RATE_LIMITED']);
  }
});

test('a flood of addresses takes bounded memory, and does not free who keeps asking', async () => {
  const { takeFromAddress } = createRateLimits(budgets, 10);
  const knock = (address: string) => takeFromAddress({ view: firstParty, address });
  const codes: (string | undefined)[] = [];
  for (let round = 0; round < 4; round += 1) {
    codes.push((await knock('192.0.2.1'))?.code);
    for (let number = 0; number < 9; number += 1) await knock(`198.51.100.${round * 9 + number}`);
  }
  expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED']);
  // The one that was quiet for longest is forgotten: that is the bound.
  expect([await knock('198.51.100.0'), await knock('198.51.100.0')]).toEqual([undefined, undefined]);
  for (let number = 0; number < 10; number += 1) await knock(`203.0.113.${number}`);
  expect(await knock('192.0.2.1')).toBeUndefined();
});

/** A shop whose address budget is two unless told otherwise, and what it asks of the verifier of signatures. */
async function openNarrowShop(narrow: Partial<RateBudgets> = { perAddress: two }) {
  const shop = await openShop({ options: { rateBudgets: { ...defaultRateBudgets, ...narrow } } });
  return { ...shop, verify: jest.spyOn(shop.identity.accessTokens, 'verify') };
}

const post = (shop: Pick<Shop, 'url'>, path: string, body: string) =>
  fetch(`${shop.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

describe('one is taken from the address before anything else', () => {
  test('tokens that are refused are counted, and past the budget no signature is verified', async () => {
    await using shop = await openNarrowShop();
    const forged = `${await shop.identity.tokenOf('usr_ada')}x`;
    const codes = [];
    for (let round = 0; round < 4; round += 1) codes.push(...codesOf(await ask(shop, '{ whoami }', { token: forged })));
    expect(codes).toEqual(['ACCESS_TOKEN_INVALID', 'ACCESS_TOKEN_INVALID', 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(shop.verify).toHaveBeenCalledTimes(2);
  });

  test('what is no request is counted, on both doors and at /auth', async () => {
    for (const [path, narrow] of [
      ['/graphql', { perAddress: two }],
      ['/public/graphql', { publicPerAddress: two }],
      ['/auth/refresh', { perAddress: two }],
      ['/auth/sign-out', { perAddress: two }],
    ] as const) {
      await using shop = await openNarrowShop(narrow);
      const statuses = [];
      for (let round = 0; round < 3; round += 1) statuses.push((await post(shop, path, '{')).status);
      expect([path, statuses]).toEqual([path, [400, 400, 429]]);
    }
  });

  test('sockets that introduce themselves are counted, before their token is looked at', async () => {
    await using shop = await openNarrowShop();
    const token = await shop.identity.tokenOf('usr_ada');
    const closed = [];
    for (let round = 0; round < 3; round += 1) {
      await using socket = openSocket(shop, { token: `${token}x` });
      socket
        .subscribe('{ whoami }')
        .next()
        .catch(() => undefined);
      closed.push((await socket.closed).code);
    }
    expect(closed).toEqual([closeCodes.ACCESS_TOKEN_INVALID, closeCodes.ACCESS_TOKEN_INVALID, closeCodes.RATE_LIMITED]);
    expect(shop.verify).toHaveBeenCalledTimes(2);
  });

  test("what a socket asks is counted with everything else of its address, and with its user's", async () => {
    await using byAddress = await openNarrowShop();
    await using byUser = await openNarrowShop({ perUser: two });
    for (const shop of [byAddress, byUser]) {
      await using socket = openSocket(shop, { token: await shop.identity.tokenOf('usr_ada') });
      // It stays open for as long as something runs on it.
      socket
        .subscribe('subscription { ticked { n } }')
        .next()
        .catch(() => undefined);
      await shop.world.ticks.until(1);
      // Introducing itself was one of the address's two, and none of the user's.
      if (shop === byUser) await socket.subscribe('{ whoami }').next();
      const refused = { extensions: { code: 'RATE_LIMITED' } };
      await expect(socket.subscribe('{ whoami }').next()).rejects.toMatchObject([refused]);
    }
  });
});
