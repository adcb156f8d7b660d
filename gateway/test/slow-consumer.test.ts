import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { closeCodes } from '../src/subscriptions/close-codes.ts';
import { openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';

const ticked = 'subscription { ticked { n item { label twins { label twins { label } } } } }';

/** A client that subscribes and then stops reading from its network. */
async function openStalled(url: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    createConnection: ((options: { port: number; host: string }) => connect(options.port, options.host)) as never,
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: ticked } }));
  return { socket, stall: () => socket.pause(), read: () => socket.resume() };
}

describe('a slow consumer', () => {
  test('is closed with the code that means "resume from your cursor"; others and the publisher notice nothing', async () => {
    await using shop = await openShop({ options: { maxBufferedEvents: 20 } });
    const stalled = await openStalled(shop.url);
    await shop.world.ticks.until(1);
    stalled.stall();
    await using quick = openSocket(shop);
    const events = quick.subscribe('subscription { ticked { n } }');
    // A cursor's stream is its own, so it counts the publisher's work apart from the stalled client's group.
    const next = events.next();
    await quick.subscribe('{ whoami }').next();
    const closed = once(stalled.socket, 'close');
    let n = 0;
    let pending = next;
    const isClosing = () => stalled.socket.readyState !== WebSocket.OPEN || shop.gateway.openStreams() === 1;
    while (n < 20_000 && !isClosing()) {
      n += 1;
      shop.world.ticks.publish({ n, item: { id: `itm_${'x'.repeat(4000)}` } });
      const { value } = await pending;
      expect(value).toEqual({ data: { ticked: { n } } });
      pending = events.next();
    }
    stalled.read();
    const [code, reason] = await closed;
    expect([code, String(reason)]).toEqual([
      closeCodes.RESUME_FROM_CURSOR,
      expect.stringContaining('resume from your cursor'),
    ]);
    pending.catch(() => undefined);
  });
});
