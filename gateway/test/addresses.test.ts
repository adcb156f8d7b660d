import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { openShop } from './fixtures/open-shop.ts';

/** A shop with an app of the browser at `/`, which answers every address that has no name. */
async function openShopWithApp() {
  const folder = await temporaryFolder('addresses');
  await writeFile(join(folder.path, 'index.html'), '<h1>app</h1>');
  const shop = await openShop({ deps: { sites: [{ base: '', folder: folder.path }] } });
  const ask = async (method: string, path: string, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(`${shop.url}${path}`, {
      method,
      headers: { 'x-request-id': 'asked-by-me', ...headers },
    });
    const { status } = response;
    return { status, allow: response.headers.get('allow'), body: (await response.text()) || null };
  };
  const close = async () => {
    await shop[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  };
  return { url: shop.url, ask, [Symbol.asyncDispose]: close };
}

const told = (code: string, message: string) =>
  JSON.stringify({ errors: [{ message, extensions: { code, requestId: 'asked-by-me' } }] });
const page = { accept: 'text/html' };

describe('an address', () => {
  test.each([
    ['GET', '/auth/refresh', 'POST'],
    ['PUT', '/auth/sign-out', 'POST'],
    ['DELETE', '/graphql', 'GET, HEAD, POST'],
    ['PATCH', '/public/graphql', 'GET, HEAD, POST'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('that is not asked by %s says so, and by what it is: %s', async (method, path, allow) => {
    await using shop = await openShopWithApp();
    const body = told('METHOD_NOT_ALLOWED', `This address is not asked by ${method}. It takes ${allow}.`);
    expect(await shop.ask(method, path)).toEqual({ status: 405, allow, body });
    // A page of the app it is not either, for whoever types it.
    expect(await shop.ask(method, path, page)).toEqual({ status: 405, allow, body });
  });

  test.each([
    ['POST', '/nowhere'],
    ['DELETE', '/auth'],
    ['GET', '/nowhere'],
    ['GET', '/assets/none.js'],
    ['GET', '/%zz'],
  ])('at which nothing stands says so to %s: %s', async (method, path) => {
    await using shop = await openShopWithApp();
    const message = 'There is nothing at this address. GraphQL is at /graphql and /public/graphql, by GET or POST.';
    expect(await shop.ask(method, path)).toEqual({ status: 404, allow: null, body: told('ADDRESS_UNKNOWN', message) });
  });

  test('of the app is a page for whoever wants one', async () => {
    await using shop = await openShopWithApp();
    expect(await shop.ask('GET', '/trips', page)).toEqual({ status: 200, allow: null, body: '<h1>app</h1>' });
  });
});

test.each([
  ['a method that is none', 'NONSENSE /graphql HTTP/1.1\r\nhost: me\r\n\r\n', 400, 'This is no method of HTTP.'],
  ['no HTTP', 'hello\r\n\r\n', 400, 'This is no method of HTTP.'],
  [
    'headers without an end',
    `GET /graphql HTTP/1.1\r\nhost: me\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'The headers are too long. Send fewer, or shorter ones.',
  ],
])('%s is told so as everything else is', async (...[, sent, status, message]) => {
  await using shop = await openShop();
  const { port, hostname } = new URL(shop.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(sent);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const [, requestId] = /x-request-id: (\S+)/.exec(head) ?? [];
  expect(JSON.parse(body)).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST', requestId } }] });
});
