import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { internalTokenHeader } from '../identity/internal-token.ts';
import { type Readiness, readyUnless } from '../observability/readiness.ts';
import { clientAddressHeader, contextOf, type InternalTokenVerifier } from './internal-caller.ts';
import type { SubgraphContext } from './subgraph-context.ts';

/** Entity fetches carry one representation per entity; this bounds what a broken peer can make us hold. */
const maxBodyInBytes = 8 * 1024 * 1024;

export type HttpDependencies = Readonly<{
  server: ApolloServer<SubgraphContext>;
  verifier: InternalTokenVerifier;
  audience: string;
  createContext: (base: SubgraphContext) => SubgraphContext;
  readiness: () => Promise<Readiness>;
}>;

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

const refusal = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyInBytes) throw new RangeError('The request body is too large.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function identify(request: IncomingMessage, deps: HttpDependencies): SubgraphContext | undefined {
  const token = headerOf(request, internalTokenHeader);
  if (!token) return undefined;
  const traceparent = headerOf(request, 'traceparent');
  const requestId = headerOf(request, 'x-request-id') ?? 'unknown';
  const clientAddress = headerOf(request, clientAddressHeader);
  return contextOf(
    { token, requestId, ...(traceparent ? { traceparent } : {}), ...(clientAddress ? { clientAddress } : {}) },
    deps,
  );
}

const toHeaderMap = (request: IncomingMessage): HeaderMap => {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
};

async function answerOperation(
  request: IncomingMessage,
  response: ServerResponse,
  deps: HttpDependencies,
): Promise<void> {
  const base = identify(request, deps);
  if (!base) return answer(response, 401, refusal('This subgraph answers the gateway only.', 'INTERNAL_TOKEN_REFUSED'));
  const body = await readJson(request);
  const result = await deps.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers: toHeaderMap(request), search: '', body },
    context: async () => deps.createContext(base),
  });
  response.writeHead(result.status ?? 200, Object.fromEntries(result.headers));
  response.end(result.body.kind === 'complete' ? result.body.string : undefined);
}

async function answerReadiness(response: ServerResponse, { readiness }: HttpDependencies): Promise<void> {
  const state = await readiness().catch(() => readyUnless(['Whether it has caught up cannot be told.']));
  return answer(response, state.ready ? 200 : 503, state);
}

/** Routes one HTTP request: the probes `GET /healthz` and `GET /readyz`, `POST /graphql`, and nothing else. */
export async function handleSubgraphRequest(
  request: IncomingMessage,
  response: ServerResponse,
  deps: HttpDependencies,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0];
  if (request.method === 'GET' && path === '/healthz') return answer(response, 200, { status: 'ok' });
  if (request.method === 'GET' && path === '/readyz') return answerReadiness(response, deps);
  if (request.method === 'POST' && path === '/graphql') return answerOperation(request, response, deps);
  return answer(response, 404, refusal('There is POST /graphql, GET /healthz and GET /readyz here.', 'NOT_FOUND'));
}

/** What a request that could not be read is told; the process goes on. */
export function answerUnreadable(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const tooLarge = error instanceof RangeError;
  answer(response, tooLarge ? 413 : 400, refusal('The body must be one JSON object of at most 8 MB.', 'BAD_REQUEST'));
}
