import type { Client, ClientOptions } from 'graphql-ws';
import { onAnotherSession } from '../session/on-another-session.ts';
import type { Session } from '../session/session.ts';
import { createStore, type Store } from '../state/store.ts';
import { countSubscribers, type LiveClient } from './count-subscribers.ts';
import { waitBeforeRetry } from './wait-before-retry.ts';

/** How the live connection stands. `idle`: nobody needs it. `lost`: it was there and is being made again. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'lost';

/** The websocket of a page, and how it stands. */
export type LiveSocket = Readonly<{ client: LiveClient; connection: Store<ConnectionState> }>;

/** The gateway's close codes after which the same session will be refused again. A test holds them to the gateway's own. */
export const finalCodes: ReadonlySet<number> = new Set([4461, 4464]);

const isFinal = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'code' in reason && finalCodes.has(reason.code as number);

/** What graphql-ws closes with when it is told to end the connection. */
const terminated = 4499;

/** How it stands after a close: on purpose, unless somebody still needs it and nobody has asked for the end. */
function afterClose(code: number, isNeeded: boolean, before: ConnectionState): ConnectionState {
  if (!isNeeded || code === 1000) return 'idle';
  // What was lost before somebody signed in or out is not back yet.
  return code === terminated && before !== 'lost' ? 'idle' : 'lost';
}

/** The protocol's client, loaded with the first subscription: most pages of a stranger have none. */
function createLazyClient(options: ClientOptions): LiveClient & Readonly<{ terminate(): void }> {
  let loading: Promise<Client> | undefined;
  const load = () => {
    loading ??= import('graphql-ws').then(({ createClient }) => createClient(options));
    return loading;
  };
  return {
    subscribe(payload, sink) {
      let leave: (() => void) | undefined = () => undefined;
      load().then(
        (client) => {
          if (leave) leave = client.subscribe(payload, sink);
        },
        (fault) => {
          // Not to be had at the moment; who tries again asks for it again.
          loading = undefined;
          sink.error(fault);
        },
      );
      return () => {
        leave?.();
        leave = undefined;
      };
    },
    terminate: () => void loading?.then((client) => client.terminate()),
  };
}

/** The live connection of this page. It opens with the first subscription, and comes back by itself. */
export function createLiveSocket(session: Session, location: Pick<Location, 'href'> = window.location): LiveSocket {
  const connection = createStore<ConnectionState>('idle');
  const url = new URL('/graphql', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const client = createLazyClient({
    url: url.href,
    lazy: true,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: waitBeforeRetry,
    shouldRetry: (reason) => !isFinal(reason),
    connectionParams: async () => {
      const token = await session.accessToken();
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    },
    on: {
      connecting: () => connection.set(connection.get() === 'lost' ? 'lost' : 'connecting'),
      connected: () => connection.set('live'),
      closed: (event) => connection.set(afterClose((event as CloseEvent).code, subscribers.isAny(), connection.get())),
    },
  });
  // graphql-ws says nothing of a connection that it gives up between two attempts because nobody waits for it any more.
  const subscribers = countSubscribers(client, () => connection.get() === 'lost' && connection.set('idle'));
  // A socket belongs to who opened it: another one is made when somebody signs in or out.
  onAnotherSession(session, () => client.terminate());
  return { client: subscribers.client, connection };
}
