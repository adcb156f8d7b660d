import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What came in: each alert once for every time that it was delivered, in order. */
export type Received = Readonly<{ id: string; cursor: string }>;

const subscription = /* GraphQL */ `
  subscription Alerts($after: Cursor) {
    priceWatchTriggered(after: $after) {
      __typename
      ... on PriceWatchTriggered {
        cursor
        alert { id listing { ... on Flight { title availability { remaining } } } }
      }
      ... on StreamGap { reason }
    }
  }`;

/** Cutting a connection that is still being made is an error event of the socket, which here is what was wanted. */
class CuttableSocket extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    this.on('error', () => undefined);
  }
}

type Message = Readonly<{
  data?: Readonly<{
    priceWatchTriggered: Readonly<{
      __typename: string;
      cursor: string;
      alert: Readonly<{ id: string; listing: Readonly<{ title: string; availability: unknown }> | null }>;
    }>;
  }> | null;
  errors?: readonly Readonly<{ message: string }>[];
}>;

/**
 * Subscribes to the alerts of an account, cuts the connection without a goodbye, and goes on from the last cursor, again and
 * again. What it has received outlives the connections.
 */
export function createRestlessClient(address: string, accessToken: string, from: string) {
  const received: Received[] = [];
  let cursor = from;

  const take = ({ data, errors }: Message): void => {
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
    const message = data?.priceWatchTriggered;
    if (message?.__typename !== 'PriceWatchTriggered') throw new Error(`Unexpected message: ${JSON.stringify(data)}`);
    if (message.alert.listing?.title === undefined) throw new Error('An event came without its listing.');
    cursor = message.cursor;
    received.push({ id: message.alert.id, cursor });
  };

  /** Connects, reads until `until` resolves, and cuts the line. @throws what the stream answers instead of alerts */
  const connect = async (until: Promise<unknown>): Promise<void> => {
    const client = createClient({
      url: `${address.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: CuttableSocket,
      connectionParams: { authorization: `Bearer ${accessToken}` },
      retryAttempts: 0,
    });
    let failure: unknown;
    let cut = false;
    client.subscribe<Message['data']>(
      { query: subscription, variables: { after: cursor } },
      {
        next: (message) => {
          if (cut) return;
          try {
            take(message as Message);
          } catch (error) {
            failure ??= error;
          }
        },
        error: (error) => {
          if (!cut) failure ??= error;
        },
        complete: () => undefined,
      },
    );
    await until;
    cut = true;
    client.terminate();
    if (failure !== undefined) throw failure instanceof Error ? failure : new Error(JSON.stringify(failure));
  };
  return { received: received as readonly Received[], connect };
}
