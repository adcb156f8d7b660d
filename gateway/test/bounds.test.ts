import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { closeCodes } from '../src/subscriptions/close-codes.ts';
import { ask, openShop } from './fixtures/open-shop.ts';

async function openRawSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  return socket;
}

const rounds = 1000;

/** Sends a lot, and reads nothing until all is sent. Answers the code with which the server closed the socket. */
async function floodWithoutReading(socket: WebSocket, send: () => void): Promise<number> {
  const closed = once(socket, 'close');
  socket.pause();
  for (let round = 0; round < rounds; round += 1) {
    send();
    if (round % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  // The answer to this one would say that the server has taken everything.
  socket.send(JSON.stringify({ type: 'ping', payload: { last: true } }));
  socket.on('message', (data) => {
    if (String(data).includes('"last"')) socket.terminate();
  });
  socket.resume();
  return (await closed)[0];
}

const longPing = JSON.stringify({ type: 'ping', payload: { long: 'x'.repeat(60_000) } });

test('whoever sends and does not read is closed instead of being buffered for', async () => {
  await using shop = await openShop();
  const socket = await openRawSocket(shop.url);
  expect(await floodWithoutReading(socket, () => socket.send(longPing))).toBe(closeCodes.RESUME_FROM_CURSOR);
});

test('a message over a socket that is too long closes it', async () => {
  await using shop = await openShop({ options: { maxSocketMessageInBytes: 1000 } });
  const socket = await openRawSocket(shop.url);
  const closed = once(socket, 'close');
  socket.send(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(1000) } }));
  expect((await closed)[0]).toBe(1009);
});

test('a connection on which nothing moves is closed', async () => {
  await using shop = await openShop({
    options: { requestTimeoutInMs: 100 },
    deps: {
      extend: async (app) => {
        app.get('/never', () => new Promise(() => undefined));
      },
    },
  });
  await expect(fetch(`${shop.url}/never`)).rejects.toThrow('fetch failed');
});

test('no more connections than were set are open; one that closes makes room', async () => {
  await using shop = await openShop({ options: { maxConnections: 1 } });
  const socket = await openRawSocket(shop.url);
  await expect(ask(shop, '{ whoami }')).rejects.toThrow('fetch failed');
  const closed = once(socket, 'close');
  socket.close();
  await closed;
  expect((await ask(shop, '{ whoami }')).data).toEqual({ whoami: 'nobody' });
});
