import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { ask, openShop, type Shop } from './fixtures/open-shop.ts';

const upgrade = (path: string) =>
  [
    `GET ${path} HTTP/1.1`,
    'host: shop.test',
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol: graphql-transport-ws',
    '\r\n',
  ].join('\r\n');

/** Reserved bits, no mask: no frame of the protocol (RFC 6455, section 5.2). */
const badFrame = Buffer.from([0xff, 0xff, 0xff, 0xff]);

/** Shakes hands by hand, and answers once the server has said something. Its half stays open for as long as the server lets it. */
async function knock(shop: Shop, path: string): Promise<Socket & { said: string }> {
  const socket = connect({ port: Number(new URL(shop.url).port), host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  socket.write(upgrade(path));
  const [said] = await once(socket, 'data');
  return Object.assign(socket, { said: String(said) });
}

const isAlive = async (shop: Shop) => (await ask(shop, '{ whoami }')).status === 200;

test('a client over its limit that sends no frame of the protocol ends its own socket and nothing else', async () => {
  await using shop = await openShop({ options: { maxSocketsPerAddress: 1 } });
  const first = await knock(shop, '/graphql');
  for (let round = 0; round < 5; round += 1) {
    const second = await knock(shop, '/graphql');
    expect(second.said).toContain('101 Switching Protocols');
    const closed = once(second, 'close');
    second.write(badFrame);
    second.on('end', () => second.end());
    await closed;
  }
  expect(await isAlive(shop)).toBe(true);
  first.destroy();
});

test('a handshake at an unknown address is ended by the server, also for who never closes or resets', async () => {
  await using shop = await openShop();
  const patient = await knock(shop, '/nowhere');
  expect(patient.said).toContain('404 Not Found');
  const rude = await knock(shop, '/nowhere');
  rude.resetAndDestroy();
  // It goes on writing, and learns that nobody is there any more: the server has given the connection up.
  while (!patient.destroyed) {
    patient.write(badFrame);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await isAlive(shop)).toBe(true);
});

test('a gateway that stops takes no new socket while it sends the others away', async () => {
  const shop = await openShop();
  const open = await knock(shop, '/graphql');
  const closing = shop.gateway.close();
  const late = await knock(shop, '/graphql').catch(() => undefined);
  expect(late?.said ?? '503 Service Unavailable').toContain('503 Service Unavailable');
  open.destroy();
  late?.destroy();
  await closing;
  await shop.close();
});
