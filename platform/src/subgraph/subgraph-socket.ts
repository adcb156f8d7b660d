import type { Server as HttpServer } from 'node:http';
import { GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { CloseCode, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { internalTokenHeader } from '../identity/internal-token.ts';
import type { SubgraphExecutor, SubgraphOperation } from './execute-operation.ts';
import { clientAddressHeader, type InternalEnvelope, type InternalTokenVerifier } from './internal-caller.ts';

type SocketDependencies = Readonly<{
  http: HttpServer;
  schema: GraphQLSchema;
  executor: SubgraphExecutor;
  verifier: InternalTokenVerifier;
  audience: string;
}>;

/** Carried from `onSubscribe` to `subscribe` as the context value; the executor builds the real context. */
type Pending = Readonly<{ operation: SubgraphOperation; envelope: InternalEnvelope }>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** One socket carries the subscriptions of many callers, so each names its caller in its own `extensions`. */
function toPending(payload: SubscribePayload): Pending {
  const extensions = payload.extensions ?? {};
  const traceparent = text(extensions.traceparent);
  const clientAddress = text(extensions[clientAddressHeader]);
  return {
    operation: {
      query: payload.query,
      ...(payload.operationName ? { operationName: payload.operationName } : {}),
      ...(payload.variables ? { variables: payload.variables } : {}),
    },
    envelope: {
      token: text(extensions[internalTokenHeader]) ?? '',
      requestId: text(extensions.requestId) ?? 'unknown',
      ...(traceparent ? { traceparent } : {}),
      ...(clientAddress ? { clientAddress } : {}),
    },
  };
}

const toArguments = (schema: GraphQLSchema, payload: SubscribePayload) => {
  try {
    return { schema, document: parse(payload.query, { noLocation: true }), contextValue: toPending(payload) };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
};

/**
 * Serves subscriptions over the graphql-transport-ws protocol on `/graphql`. The connection itself must show an internal token,
 * so that nobody but the gateway keeps a socket open. Returns a function that closes all sockets.
 */
export function serveSubscriptions(deps: SocketDependencies): () => Promise<void> {
  const sockets = new WebSocketServer({ server: deps.http, path: '/graphql', maxPayload: 1024 * 1024 });
  const run = ({ operation, envelope }: Pending, kind: 'execute' | 'subscribe') =>
    deps.executor[kind](operation, envelope);
  const disposable = useServer(
    {
      onConnect: (context) => {
        const verified = deps.verifier.verify(
          text(context.connectionParams?.[internalTokenHeader]) ?? '',
          deps.audience,
        );
        if (!verified.ok) context.extra.socket.close(CloseCode.Forbidden, 'internal token refused');
        return verified.ok;
      },
      onSubscribe: (_context, _id, payload) => toArguments(deps.schema, payload),
      execute: (args) => run(args.contextValue as Pending, 'execute'),
      subscribe: (args) => run(args.contextValue as Pending, 'subscribe'),
    },
    sockets,
  );
  return async () => {
    await disposable.dispose();
  };
}
