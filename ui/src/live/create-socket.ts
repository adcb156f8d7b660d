import type { Client, ClientOptions } from 'graphql-ws';
import { onAnotherSession } from '../session/on-another-session.ts';
import type { Session } from '../session/session.ts';
import { createStore, type Store } from '../state/store.ts';
import { waitBeforeRetry } from './wait-before-retry.ts';

/** How the live connection stands. `idle`: nobody needs it. `lost`: it was there and is being made again. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'lost';

/** What pages do with the live connection. */
export type LiveClient = Pick<Client, 'subscribe'>;

/** The websocket of a page, and how it stands. */
export type LiveSocket = Readonly<{ client: LiveClient; connection: Store<ConnectionState> }>;

/** The gateway's close codes after which the same session will be refused again. A test holds them to the gateway's own. */
export const finalCodes: ReadonlySet<number> = new Set([4461, 4464]);

const isFinal = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'code' in reason && finalCodes.has(reason.code as number);

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
export function createLiveSocket(session: Session, location: Location = window.location): LiveSocket {
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
      closed: (event) => connection.set((event as CloseEvent).code === 1000 ? 'idle' : 'lost'),
    },
  });
  // A socket belongs to who opened it: another one is made when somebody signs in or out.
  onAnotherSession(session, () => client.terminate());
  return { client, connection };
}
