import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../observability/logger.ts';
import { type Readiness, readyUnless } from '../observability/readiness.ts';
import { createSubgraphExecutor } from './execute-operation.ts';
import type { InternalTokenVerifier } from './internal-caller.ts';
import { maskError } from './mask-errors.ts';
import type { SubgraphContext } from './subgraph-context.ts';
import type { SubgraphDefinition } from './subgraph-definition.ts';
import { answerUnreadable, handleSubgraphRequest } from './subgraph-http.ts';
import { serveSubscriptions } from './subgraph-socket.ts';

export type ServeOptions = Readonly<{
  /** 0 picks a free port. */
  port: number;
  /** Loopback unless told otherwise. */
  host?: string;
  internalTokens: InternalTokenVerifier;
  logger: Logger;
  /** What `/readyz` tells; ready unless given. */
  readiness?: () => Promise<Readiness>;
}>;

/** A subgraph that answers at `url` (its `/graphql` address) until it is closed. */
export interface ServedSubgraph extends AsyncDisposable {
  readonly url: string;
  /** Stops accepting, ends subscriptions, waits for requests in hand. */
  close(): Promise<void>;
}

const alwaysReady = async (): Promise<Readiness> => readyUnless([]);

/** Longer than the gateway's pool keeps an idle connection, so that a request never meets a socket that is closing. */
const keepAliveInMs = 75_000;

/** Masks faults with the request's id, which Apollo's `formatError` does not know. */
const maskFaults = (logger: Logger): ApolloServerPlugin<SubgraphContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ errors, response, contextValue }) => {
      if (!errors || response.body.kind !== 'single') return;
      const { requestId } = contextValue;
      response.body.singleResult.errors = errors.map(
        (error) => maskError(error, { logger, requestId }).toJSON() as GraphQLFormattedError,
      );
    },
  }),
});

const createApolloServer = (definition: SubgraphDefinition, logger: Logger) =>
  new ApolloServer<SubgraphContext>({
    schema: definition.schema,
    introspection: false,
    // The internal token is a header that no browser can be tricked into sending.
    csrfPrevention: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    nodeEnv: 'production',
    plugins: [maskFaults(logger), ApolloServerPluginCacheControlDisabled()],
    logger: {
      debug: (message: string) => logger.debug({}, message),
      info: (message: string) => logger.info({}, message),
      warn: (message: string) => logger.warn({}, message),
      error: (message: string) => logger.error({}, message),
    },
  });

const listen = (http: Server, options: ServeOptions): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, options.host ?? '127.0.0.1', () => {
      http.off('error', reject);
      resolve(http.address() as AddressInfo);
    });
  });

const closeHttp = (http: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    http.close((error) => (error ? reject(error) : resolve()));
    http.closeIdleConnections();
  });

/**
 * Serves a subgraph to the gateway: queries and mutations with Apollo Server over HTTP keep-alive, subscriptions over
 * graphql-transport-ws, both at `/graphql`. Every operation must carry the gateway's internal token (`x-meridian-internal`) for
 * this subgraph; without it the answer is 401. Probes: `GET /healthz` (it answers), `GET /readyz` (200, or 503 with reasons).
 */
export async function serveSubgraph(definition: SubgraphDefinition, options: ServeOptions): Promise<ServedSubgraph> {
  const { internalTokens: verifier, logger, readiness = alwaysReady } = options;
  const { createContext, name: audience } = definition;
  const server = createApolloServer(definition, logger);
  await server.start();
  const deps = { server, verifier, audience, createContext, readiness };
  const http = createServer((request, response) => {
    handleSubgraphRequest(request, response, deps).catch((error: unknown) => {
      logger.warn({ error }, 'a request could not be read');
      answerUnreadable(response, error);
    });
  });
  http.keepAliveTimeout = keepAliveInMs;
  const executor = createSubgraphExecutor(definition, { verifier, logger });
  const closeSockets = serveSubscriptions({ http, schema: definition.schema, executor, verifier, audience });
  const address = await listen(http, options);
  const close = async () => {
    await closeSockets();
    await closeHttp(http);
    await server.stop();
  };
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${host}:${address.port}/graphql`, close, [Symbol.asyncDispose]: close };
}
