import { internalTokenHeader } from '@meridian/platform/identity/internal-token';
import { clientAddressHeader } from '@meridian/platform/subgraph/internal-caller';
import type { ExecutionResult } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { Agent, request as send } from 'undici';
import { WebSocket } from 'ws';
import { onAbort } from './abort.ts';
import { leavableSubscribe } from './leavable-subscribe.ts';
import {
  type SubgraphCall,
  type SubgraphRequest,
  type SubgraphTransport,
  SubgraphUnavailable,
} from './subgraph-transport.ts';

/** Where a subgraph of another process is, and how it is reached. */
export type HttpTransportOptions = Readonly<{
  name: string;
  /** The subgraph's `/graphql` address; the same path takes websockets. */
  url: string;
  /** A token of no caller's, for the socket itself; each subscription then carries its own. */
  socketToken: () => string;
  /** Parallel requests to this subgraph; more wait in line. */
  connections?: number;
}>;

/** Shorter than the subgraph keeps an idle connection open. */
const keepAliveInMs = 30_000;

const headersOf = ({ envelope }: SubgraphCall): Record<string, string> => ({
  'content-type': 'application/json',
  accept: 'application/json',
  [internalTokenHeader]: envelope.token,
  'x-request-id': envelope.requestId,
  ...(envelope.clientAddress ? { [clientAddressHeader]: envelope.clientAddress } : {}),
  ...(envelope.traceparent ? { traceparent: envelope.traceparent } : {}),
});

const isResult = (value: unknown): value is ExecutionResult =>
  typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);

function createExecute(agent: Agent, { name, url }: HttpTransportOptions) {
  return async (request: SubgraphRequest, call: SubgraphCall): Promise<ExecutionResult> => {
    try {
      const response = await send(url, {
        method: 'POST',
        dispatcher: agent,
        headers: headersOf(call),
        body: JSON.stringify(request),
        signal: call.signal,
      });
      const body = await response.body.json();
      if (isResult(body)) return body;
      throw new Error(`status ${response.statusCode} without a GraphQL result`);
    } catch (error) {
      if (call.signal.aborted) throw call.signal.reason;
      throw new SubgraphUnavailable(`${name} did not answer.`, { cause: error });
    }
  };
}

const extensionsOf = ({ envelope }: SubgraphCall): Record<string, unknown> => ({
  [internalTokenHeader]: envelope.token,
  requestId: envelope.requestId,
  ...(envelope.clientAddress ? { [clientAddressHeader]: envelope.clientAddress } : {}),
  ...(envelope.traceparent ? { traceparent: envelope.traceparent } : {}),
});

/** One socket carries all subscriptions of this gateway to the subgraph. It is opened on demand and never retried in silence. */
const createSocketClient = ({ url, socketToken }: HttpTransportOptions): Client =>
  createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    // A retry would skip the events in between without telling anyone. The client resumes from its cursor instead.
    retryAttempts: 0,
    keepAlive: 10_000,
    connectionParams: () => ({ [internalTokenHeader]: socketToken() }),
    onNonLazyError: () => undefined,
  });

const payloadOf = (request: SubgraphRequest, call: SubgraphCall) => ({
  query: request.query,
  ...(request.operationName ? { operationName: request.operationName } : {}),
  ...(request.variables ? { variables: { ...request.variables } } : {}),
  extensions: extensionsOf(call),
});

/** A list of errors is the protocol's way to say that the operation was refused; anything else is the socket's end. */
function resultOf(error: unknown, name: string): ExecutionResult {
  if (Array.isArray(error)) return { errors: error };
  throw new SubgraphUnavailable(`${name} lost a subscription.`, { cause: error });
}

function createSubscribe(client: Client, { name }: HttpTransportOptions) {
  return async function* (request: SubgraphRequest, call: SubgraphCall): AsyncGenerator<ExecutionResult, void, void> {
    const events = client.iterate<Record<string, unknown>>(payloadOf(request, call));
    const forget = onAbort(call.signal, () => void events.return?.());
    try {
      for await (const event of { [Symbol.asyncIterator]: () => events }) yield event as ExecutionResult;
      call.signal.throwIfAborted();
    } catch (error) {
      call.signal.throwIfAborted();
      yield resultOf(error, name);
    } finally {
      forget();
    }
  };
}

/** Reaches a subgraph of another process: HTTP keep-alive for queries and mutations, graphql-transport-ws for subscriptions. */
export function createHttpTransport(options: HttpTransportOptions): SubgraphTransport {
  const agent = new Agent({ connections: options.connections ?? 128, keepAliveTimeout: keepAliveInMs, pipelining: 1 });
  const client = createSocketClient(options);
  const close = async () => {
    await client.dispose();
    await agent.close();
  };
  return {
    execute: createExecute(agent, options),
    subscribe: leavableSubscribe(createSubscribe(client, options)),
    isReachable: async (signal) => {
      try {
        const response = await send(new URL('/healthz', options.url), { dispatcher: agent, signal });
        await response.body.dump();
        return response.statusCode === 200;
      } catch {
        return false;
      }
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
