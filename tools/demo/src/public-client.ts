import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** An answer of the GraphQL endpoint, as HTTP carries it. */
type GraphQLAnswer<Data> = Readonly<{ data?: Data | null; errors?: readonly Readonly<{ message: string }>[] }>;

/** Talks to Meridian the way any third party would: over HTTP and a websocket, with a bearer token. */
export type PublicClient = Readonly<{
  /** Runs an operation. @throws Error with the server's messages when the answer carries errors */
  run: <Data>(document: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>;
  /** Opens a subscription. Resolves once the server has the socket. */
  subscribe: <Data>(document: string, variables?: Readonly<Record<string, unknown>>) => Promise<Stream<Data>>;
}>;

/** A running subscription. */
export type Stream<Data> = Readonly<{ next: () => Promise<Data>; close: () => Promise<void> }>;

/** @param address the server's root, for example `http://127.0.0.1:4000`; @param accessToken none for an anonymous caller */
export function createPublicClient(address: string, accessToken?: string): PublicClient {
  return { run: createRun(address, accessToken), subscribe: createSubscribe(address, accessToken) };
}

function createRun(address: string, accessToken?: string): PublicClient['run'] {
  return async <Data>(document: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
      },
      body: JSON.stringify({ query: document, variables }),
    });
    return dataOf<Data>((await response.json()) as GraphQLAnswer<Data>);
  };
}

function createSubscribe(address: string, accessToken?: string): PublicClient['subscribe'] {
  return async <Data>(document: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const connected = withResolvers<void>();
    const client = createClient({
      url: `${address.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` },
      lazy: true,
      retryAttempts: 0,
      on: { connected: () => connected.resolve(), error: (cause) => connected.reject(cause) },
    });
    const results = client.iterate<Data>({ query: document, variables: { ...variables } });
    const pending = { first: results.next() as Promise<IteratorResult<GraphQLAnswer<Data>>> | undefined };
    pending.first?.catch(() => undefined);
    await connected.promise;
    const next = async () => {
      const result = await (pending.first ?? results.next());
      pending.first = undefined;
      if (result.done) throw new Error('The subscription has ended.');
      return dataOf<Data>(result.value as GraphQLAnswer<Data>);
    };
    return { next, close: async () => client.dispose() };
  };
}

/** What `Promise.withResolvers` does, which Node 20 does not have. */
function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

function dataOf<Data>(answer: GraphQLAnswer<Data>): Data {
  if (answer.errors !== undefined && answer.errors.length > 0) {
    throw new Error(answer.errors.map((error) => error.message).join('; '));
  }
  if (answer.data === undefined || answer.data === null) throw new Error('The server answered without data.');
  return answer.data;
}
