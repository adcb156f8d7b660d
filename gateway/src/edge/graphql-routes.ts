import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { AccessTokenVerifier } from '@meridian/platform/identity/access-token';
import type { InternalTokens } from '@meridian/platform/identity/internal-token';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, createCall } from '../executor/create-call.ts';
import { takeFromAddressFirst } from './address-budget.ts';
import type { EdgeContext } from './apollo-endpoint.ts';
import type { ClientAddressOf } from './client-address.ts';
import type { DocumentGate } from './document-gate.ts';
import type { Endpoint } from './endpoint.ts';
import { sendRefusal, signalOf, traceFrom } from './http-request.ts';
import { identify } from './identify.ts';
import type { RateLimits } from './rate-limits.ts';
import { isRefusalCode, type Refusal, refusalStatus } from './refusals.ts';
import type { SessionCookie } from './session-cookie.ts';

/** What all doors over HTTP stand on. @see addGraphqlRoute */
export type GraphqlRouteDependencies = Readonly<{
  gate: DocumentGate;
  verifier: AccessTokenVerifier;
  internalTokens: Pick<InternalTokens, 'issue'>;
  rateLimits: RateLimits;
  addressOf: ClientAddressOf;
  cookie: SessionCookie;
  requestTimeoutInMs: number;
}>;

/** Mistakes in the operation or its variables: 200 under the legacy media type, 400 under GraphQL's own. */
const operationMistakes: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const notAcceptable = 406;

const queryOf = (request: FastifyRequest): unknown => {
  const source = request.method === 'GET' ? request.query : request.body;
  return typeof source === 'object' && source !== null && 'query' in source ? source.query : undefined;
};

type Admitted = Readonly<{ caller: Caller } | { refusal: Refusal }>;

/** Everything else that can refuse a request before Apollo Server reads it, the cheapest first. */
async function admit(request: FastifyRequest, endpoint: Endpoint, deps: GraphqlRouteDependencies): Promise<Admitted> {
  const { authorization, traceparent } = request.headers;
  const clientAddress = deps.addressOf(request.raw);
  const credentials = { authorization, requestId: request.id, clientAddress, ...traceFrom(traceparent) };
  const identified = await identify(credentials, endpoint, deps.verifier);
  if (!identified.ok) return { refusal: identified.refusal };
  const { caller } = identified;
  const { principal } = caller;
  const refusal = await deps.rateLimits.takeFromCaller({ view: endpoint.view, principal, address: clientAddress });
  if (refusal) return { refusal };
  const query = queryOf(request);
  const passage = typeof query === 'string' ? deps.gate.check(query, { endpoint, principal }) : {};
  return passage.refusal ? { refusal: passage.refusal } : { caller };
}

/** The status of an answer without data. Apollo Server's own default would be 400 or 500 for all of them. */
function statusOf(codes: readonly unknown[], mediaType: string): number | undefined {
  const refusal = codes.find(isRefusalCode);
  if (refusal) return refusalStatus[refusal];
  if (!codes.every((code) => operationMistakes.has(code))) return undefined;
  return mediaType.startsWith('application/json') ? 200 : 400;
}

/**
 * A GET carries a query only and takes identity from the `Authorization` header alone, which no other site can make a browser
 * send; so it needs no header that forces a preflight. Apollo's CSRF check is told so.
 */
function excuseGet(request: FastifyRequest): void {
  if (request.method === 'GET') request.headers['apollo-require-preflight'] = 'true';
}

/**
 * Serves one endpoint over HTTP, by `GET` and `POST`. Refusals are 4xx under every media type; mistakes in an operation are 200 as
 * `application/json` and 400 as `application/graphql-response+json` (GraphQL over HTTP, "Status Codes"); a fault without data is 500.
 */
export function addGraphqlRoute(
  app: FastifyInstance,
  { endpoint, server }: Readonly<{ endpoint: Endpoint; server: ApolloServer<EdgeContext> }>,
  deps: GraphqlRouteDependencies,
): void {
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const admitted = await admit(request, endpoint, deps);
    if ('refusal' in admitted) return sendRefusal(request, reply, admitted.refusal);
    excuseGet(request);
    const signal = signalOf(reply, deps.requestTimeoutInMs);
    const call = createCall(admitted.caller, { internalTokens: deps.internalTokens, signal });
    const context: EdgeContext = { call, outcome: {} };
    const body = await fastifyApolloHandler(server, { context: async () => context }).call(app, request, reply);
    const { codes, session } = context.outcome;
    // Whether the client can take the answer at all is found out last: then these codes are not in the answer any more.
    const isOurs = codes !== undefined && reply.statusCode !== notAcceptable;
    const status = isOurs ? statusOf(codes, String(reply.getHeader('content-type'))) : undefined;
    if (status) reply.code(status);
    if (session) deps.cookie.set(reply, session);
    return body;
  };
  const onRequest = takeFromAddressFirst(endpoint.view, deps);
  app.route({ method: ['GET', 'POST'], url: endpoint.path, onRequest, handler: handle });
}
