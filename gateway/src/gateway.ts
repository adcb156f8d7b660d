import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import { type FastifyInstance, fastify } from 'fastify';
import { defaultOptions } from './default-options.ts';
import { refuseAddress, watchAddresses } from './edge/addresses.ts';
import { type ApolloEndpoint, startApolloEndpoint } from './edge/apollo-endpoint.ts';
import { createClientAddress } from './edge/client-address.ts';
import { createClientErrorHandler } from './edge/client-errors.ts';
import { createDocumentGate } from './edge/document-gate.ts';
import { type Endpoint, endpoints } from './edge/endpoint.ts';
import { addGraphqlRoute, type GraphqlRouteDependencies } from './edge/graphql-routes.ts';
import { createGraphqlSocket } from './edge/graphql-socket.ts';
import { requestIdFrom, sendError, sendRefusal } from './edge/http-request.ts';
import { addPages } from './edge/pages.ts';
import { addProbes } from './edge/probes.ts';
import { createRateLimits } from './edge/rate-limits.ts';
import { createSystemScheduler } from './edge/scheduler.ts';
import { createSessionCookie } from './edge/session-cookie.ts';
import { addSessionRoutes } from './edge/session-routes.ts';
import { createSessionRunner, type SessionRunner } from './edge/session-runner.ts';
import { addSite } from './edge/sites.ts';
import { createSocketOperations } from './edge/socket-operations.ts';
import { addSocketServer, type SocketServer } from './edge/socket-server.ts';
import { createStockExecutor } from './executor/stock-executor.ts';
import type { GatewayDependencies, GatewayOptions } from './gateway-options.ts';
import { createOperations, type Operations } from './operations.ts';
import { createFederatedSubscriptions, type FederatedSubscriptions } from './subscriptions/federated-subscriptions.ts';
import type { SupergraphSource } from './supergraph/load-supergraph.ts';

/** A gateway that is ready to listen. */
export interface Gateway extends AsyncDisposable {
  /** Opens the port. @param address.port 0 picks a free one; @param address.host loopback unless given */
  listen(address: Readonly<{ port: number; host?: string }>): Promise<Readonly<{ url: string }>>;
  /** Replaces the supergraph for requests to come. What runs, subscriptions included, ends on the one that it began with. */
  reload(source: SupergraphSource): void;
  /** How many streams are open to subgraphs. */
  openStreams(): number;
  /** Stops accepting, tells sockets to go on elsewhere, waits for requests in hand. Transports stay their owner's to close. */
  close(): Promise<void>;
}

type Parts = Readonly<{
  deps: GatewayDependencies;
  options: GatewayOptions;
  operations: Operations;
  sessions: SessionRunner;
  subscriptions: FederatedSubscriptions;
  routes: GraphqlRouteDependencies;
  apollos: readonly Readonly<{ endpoint: Endpoint; apollo: ApolloEndpoint }>[];
}>;

function refuseMissingTransports(operations: Operations, { transports }: GatewayDependencies): void {
  const missing = operations.supergraph.subgraphs.filter(({ name }) => !transports.has(name));
  if (missing.length === 0) return;
  throw new Error(`No transport leads to ${missing.map(({ name }) => name).join(', ')}. The gateway does not start.`);
}

function createServer(deps: GatewayDependencies, options: GatewayOptions): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: options.maxBodyInBytes,
    requestIdHeader: false,
    genReqId: (request) => requestIdFrom(request.headers['x-request-id']) ?? deps.ids.next('req'),
    // Long enough for a slow phone, short enough that idle sockets do not pile up.
    requestTimeout: options.requestTimeoutInMs,
    // A connection on which nothing moves for longer than a request may take: its client does not read its answer.
    connectionTimeout: 2 * options.requestTimeoutInMs,
    forceCloseConnections: 'idle',
    clientErrorHandler: createClientErrorHandler(deps.ids),
    // An address that cannot be one. No hook has run for it.
    frameworkErrors: (_error, request, reply) => refuseAddress(request, reply.header('x-request-id', request.id)),
  });
  app.server.maxConnections = options.maxConnections;
  app.server.on('drop', () => deps.logger.warn({ maxConnections: options.maxConnections }, 'a connection was refused'));
  return app;
}

/** Headers and errors that every route shares. */
async function addEdge(app: FastifyInstance, { deps, options }: Pick<Parts, 'deps' | 'options'>): Promise<void> {
  await app.register(cookie);
  await app.register(cors, {
    origin: options.allowedOrigins.length > 0 ? [...options.allowedOrigins] : false,
    credentials: true,
    maxAge: 600,
    exposedHeaders: ['x-request-id', 'retry-after'],
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
  });
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      const message = `The request has more than ${options.maxBodyInBytes} bytes.`;
      return sendRefusal(request, reply, { code: 'REQUEST_TOO_LARGE', message });
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) deps.logger.error({ error, requestId: request.id }, 'a request failed');
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    const message = status >= 500 ? 'Something went wrong on our side.' : error.message;
    return sendError(request, reply, { status, error: { message, extensions: { code, requestId: request.id } } });
  });
}

async function addRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  const { deps, options, sessions, routes } = parts;
  await addEdge(app, parts);
  const addresses = watchAddresses(app);
  for (const { endpoint, apollo } of parts.apollos) addGraphqlRoute(app, { endpoint, server: apollo.server }, routes);
  const { session, jwks } = deps;
  if (session) addSessionRoutes(app, { ...routes, sessions, session, allowedOrigins: options.allowedOrigins });
  addProbes(app, { readiness: deps.readiness, ...(jwks ? { jwks } : {}) });
  if (deps.pagesFolder) await addPages(app, deps.pagesFolder);
  await deps.extend?.(app);
  for (const site of deps.sites ?? []) await addSite(app, site);
  if (!deps.sites?.some(({ base }) => base === '')) app.get('/', (_request, reply) => reply.redirect('/developers'));
  addresses.refuseOthers();
}

function addSockets(app: FastifyInstance, parts: Parts): SocketServer {
  const { deps, options, operations, routes } = parts;
  const shared = {
    ...routes,
    ...options,
    logger: deps.logger,
    scheduler: deps.scheduler ?? createSystemScheduler(deps.clock),
    nextRequestId: () => deps.ids.next('req'),
    keepAliveInMs: options.socketKeepAliveInMs,
    maxBacklogInBytes: options.maxSocketBacklogInBytes,
  };
  const handlers = parts.apollos.map(({ endpoint }) => {
    const socketOperations = createSocketOperations({
      ...routes,
      endpoint,
      operations,
      subscriptions: parts.subscriptions,
    });
    return [endpoint.path, createGraphqlSocket({ ...shared, endpoint, operations: socketOperations })] as const;
  });
  return addSocketServer(app.server, {
    handlers: new Map(handlers),
    addressOf: routes.addressOf,
    maxSocketsPerAddress: options.maxSocketsPerAddress,
    maxMessageInBytes: options.maxSocketMessageInBytes,
  });
}

async function createParts(deps: GatewayDependencies): Promise<Parts> {
  const options = { ...defaultOptions, ...deps.options };
  const { transports, internalTokens, logger } = deps;
  const { fetchTimeoutInMs, costLimits, maxListItems } = options;
  const executor = deps.executor ?? createStockExecutor({ transports, logger, fetchTimeoutInMs });
  const operations = createOperations(deps.supergraph, { executor, costLimits, maxListItems });
  const sessions = createSessionRunner(operations, deps);
  refuseMissingTransports(operations, deps);
  const starting = endpoints(options.introspection).map(async (endpoint) => ({
    endpoint,
    apollo: await startApolloEndpoint({ endpoint, operations, sessions, logger }),
  }));
  const routes = {
    gate: createDocumentGate(options.limits),
    verifier: deps.accessTokens,
    addressOf: createClientAddress(options.trustProxy),
    internalTokens,
    rateLimits: createRateLimits(options.rateBudgets),
    cookie: createSessionCookie({ secure: options.secureCookies }),
    requestTimeoutInMs: options.requestTimeoutInMs,
  };
  const subscriptions = createFederatedSubscriptions({
    ...deps,
    executor,
    nextRequestId: () => deps.ids.next('req'),
    maxBuffered: options.maxBufferedEvents,
  });
  return { deps, options, operations, sessions, subscriptions, routes, apollos: await Promise.all(starting) };
}

const urlOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;

/**
 * Makes the gateway. It knows no domain: subgraphs, types and fields come with the supergraph alone.
 * @throws when a security directive has no enforcer, or a subgraph no transport
 */
export async function createGateway(deps: GatewayDependencies): Promise<Gateway> {
  const parts = await createParts(deps);
  const app = createServer(deps, parts.options);
  await addRoutes(app, parts);
  const sockets = addSockets(app, parts);
  const close = async () => {
    await sockets.close();
    await app.close();
    for (const { apollo } of parts.apollos) await apollo.server.stop();
  };
  return {
    async listen({ port, host = '127.0.0.1' }) {
      await app.listen({ port, host });
      return { url: urlOf(app.server.address() as AddressInfo) };
    },
    reload(source) {
      parts.operations.load(source);
      for (const { apollo } of parts.apollos) apollo.reload();
    },
    openStreams: () => parts.subscriptions.openStreams(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
