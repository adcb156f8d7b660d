import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { type CloseName, closeCodes } from '@meridian/gateway/subscriptions/close-codes';
import { buildSchema } from 'graphql';
import { useServer as serve } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import type { Session, SessionState } from '../session/session.ts';
import { createStore } from '../state/store.ts';
import { type ConnectionState, createLiveSocket, finalCodes } from './create-socket.ts';

/** Whether the same session would be refused again. A new code of the gateway does not compile before it is decided on here. */
const isFinal: Readonly<Record<CloseName, boolean>> = {
  ACCESS_TOKEN_INVALID: true,
  ACCESS_TOKEN_EXPIRED: false,
  RESUME_FROM_CURSOR: false,
  TOO_MANY_SUBSCRIPTIONS: true,
  TOO_MANY_SOCKETS: false,
  RATE_LIMITED: false,
  GOING_AWAY: false,
};

test('a connection stays closed after the codes of the gateway that are final, and after no others', () => {
  const names = Object.keys(isFinal) as CloseName[];
  expect(finalCodes).toEqual(new Set(names.filter((name) => isFinal[name]).map((name) => closeCodes[name])));
});

// What a browser has and not every Node. It stays: an attempt that is waited for looks for it when it is given up.
Object.assign(globalThis, { WebSocket, addEventListener() {}, removeEventListener() {} });

const schema = buildSchema('type Query { a: Int } type Subscription { a: Int }');

/** Never says anything, and goes when its subscriber does. */
async function* silence() {
  await new Promise(() => undefined);
  yield { data: { a: 1 } };
}

/** A gateway that is there, and a page that somebody is signed in on. */
async function openLive() {
  const server = createServer();
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  serve({ schema, subscribe: () => silence() }, sockets);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const state = createStore<SessionState>({ status: 'signedIn', accessToken: 'one', expiresAt: 0 });
  const session = { ...state, accessToken: async () => 'one' } as unknown as Session;
  const href = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { client, connection } = createLiveSocket(session, { href });
  const states: ConnectionState[] = [];
  connection.subscribe(() => states.push(connection.get()));
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  return {
    ...{ states, close },
    signOut: () => state.set({ status: 'signedOut' }),
    subscribe: () => client.subscribe({ query: 'subscription { a }' }, { next() {}, error() {}, complete() {} }),
    standsAt: (wanted: ConnectionState) =>
      new Promise<void>((resolve) => {
        const look = () => connection.get() === wanted && resolve();
        connection.subscribe(look);
        look();
      }),
    [Symbol.asyncDispose]: close,
  };
}

test('a connection that is ended by a sign-out is not lost', async () => {
  await using live = await openLive();
  const leave = live.subscribe();
  await live.standsAt('live');
  live.signOut();
  leave();
  await live.standsAt('idle');
  expect(live.states).toEqual(['connecting', 'live', 'idle']);
});

test('a connection is lost for as long as somebody needs it', async () => {
  await using live = await openLive();
  const leaves = [live.subscribe(), live.subscribe()];
  await live.standsAt('live');
  await live.close();
  await live.standsAt('lost');
  // What ends the old session does not bring the connection back.
  live.signOut();
  for (const [index, leave] of leaves.entries()) {
    expect([index, live.states.at(-1)]).toEqual([index, 'lost']);
    leave();
  }
  expect(live.states).toEqual(['connecting', 'live', 'lost', 'idle']);
});

test('an attempt that fails after everybody has left is no loss', async () => {
  await using live = await openLive();
  await live.close();
  const leave = live.subscribe();
  await live.standsAt('connecting');
  leave();
  await live.standsAt('idle');
  expect(live.states).toEqual(['connecting', 'idle']);
});
