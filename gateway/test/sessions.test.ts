import { describe, expect, test } from '@jest/globals';
import { createHttpTransport } from '../src/transports/http-transport.ts';
import { ask, codesOf, openShop, type Shop } from './fixtures/open-shop.ts';

const signIn = (name: string) =>
  `mutation { hello: signIn(name: "${name}") { ... on SessionStarted { accessToken } ... on WrongName { message } } }`;

const cookieOf = (headers: Headers) => headers.getSetCookie()[0] ?? '';
const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';

const post = (shop: Pick<Shop, 'url'>, path: string, headers: Record<string, string> = {}) =>
  fetch(`${shop.url}${path}`, { method: 'POST', headers });

describe('sessions at the edge', () => {
  test('a mutation that begins a session sets the cookie; the token is nowhere in the answer', async () => {
    await using shop = await openShop({ options: { secureCookies: true } });
    const answer = await ask(shop, signIn('ada'));
    expect(answer.data).toEqual({ hello: { accessToken: 'access of first-token' } });
    expect(cookieOf(answer.headers)).toBe(
      'meridian_session=first-token; Path=/auth; Expires=Tue, 01 Jan 2030 00:00:00 GMT; HttpOnly; Secure; SameSite=Strict',
    );
  });

  test.each([
    [
      'only __typename is selected',
      'mutation { signIn(name: "ada") { __typename } }',
      { signIn: { __typename: 'SessionStarted' } },
    ],
    [
      'a named fragment is used',
      'mutation { signIn(name: "ada") { ...S } } fragment S on SessionStarted { a: accessToken }',
      { signIn: { a: 'access of first-token' } },
    ],
  ])('the cookie is set when %s', async (_name, query, data) => {
    await using shop = await openShop();
    const answer = await ask(shop, query);
    expect([answer.data, pairOf(cookieOf(answer.headers))]).toEqual([data, 'meridian_session=first-token']);
  });

  test('a sign-in that fails, and every other operation, sets none', async () => {
    await using shop = await openShop();
    const failed = await ask(shop, signIn('eve'));
    expect([failed.data, failed.headers.getSetCookie()]).toEqual([{ hello: { message: 'Who?' } }, []]);
    expect((await ask(shop, '{ whoami }')).headers.getSetCookie()).toEqual([]);
  });

  test('what a client calls his own fields is his own, and no session', async () => {
    await using shop = await openShop();
    // The names that the edge would have drawn here, were they not drawn by chance.
    const aliases = ['edgeSessionToken', ...[1, 2, 3].map((number) => `edge_${String(number).padStart(22, '0')}`)];
    const query = `mutation { ${aliases.map((alias) => `${alias}: signOut`).join(' ')} signIn(name: "eve") { __typename } }`;
    const answer = await ask(shop, query);
    expect(answer.data).toEqual({
      ...Object.fromEntries(aliases.map((alias) => [alias, true])),
      signIn: { __typename: 'WrongName' },
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('refresh trades the cookie for the next one', async () => {
    await using shop = await openShop();
    const response = await post(shop, '/auth/refresh', { cookie: 'meridian_session=first-token' });
    expect([response.status, await response.json()]).toEqual([
      200,
      { data: { refreshSession: { accessToken: 'access of second-token' } } },
    ]);
    expect(pairOf(cookieOf(response.headers))).toBe('meridian_session=second-token');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('a session that has ended is 401 and takes the cookie along; none at all is 401', async () => {
    await using shop = await openShop();
    const ended = await post(shop, '/auth/refresh', { cookie: 'meridian_session=stolen' });
    expect([ended.status, pairOf(cookieOf(ended.headers))]).toEqual([401, 'meridian_session=']);
    const none = await post(shop, '/auth/refresh');
    expect([none.status, codesOf((await none.json()) as never)]).toEqual([401, ['SESSION_MISSING']]);
  });

  test('sign-out ends the session behind the cookie, and does no harm twice', async () => {
    await using shop = await openShop();
    const response = await post(shop, '/auth/sign-out', { cookie: 'meridian_session=first-token' });
    expect([response.status, pairOf(cookieOf(response.headers))]).toEqual([200, 'meridian_session=']);
    expect(shop.world.seen).toEqual(['people: signOut first-token']);
    expect((await post(shop, '/auth/sign-out')).status).toBe(200);
  });

  test('while the subgraph is down nobody loses a session', async () => {
    const transport = createHttpTransport({ name: 'people', url: 'http://127.0.0.1:1/graphql', socketToken: () => '' });
    await using shop = await openShop({ transports: new Map([['people', transport]]) });
    for (const path of ['/auth/refresh', '/auth/sign-out']) {
      const response = await post(shop, path, { cookie: 'meridian_session=first-token' });
      expect([response.status, response.headers.getSetCookie()]).toEqual([503, []]);
    }
    await transport.close();
  });

  test("a page of another origin is refused, this server's and a named one are not", async () => {
    await using shop = await openShop({ options: { allowedOrigins: ['https://app.test'] } });
    const from = async (origin: string) =>
      (await post(shop, '/auth/refresh', { origin, cookie: 'meridian_session=first-token' })).status;
    expect([
      await from('https://evil.test'),
      await from('null'),
      await from(shop.url),
      await from('https://app.test'),
    ]).toEqual([403, 403, 200, 200]);
  });

  test('the public contract keeps no sessions', async () => {
    await using shop = await openShop();
    const answer = await ask(shop, signIn('ada'), { path: '/public/graphql' });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});
