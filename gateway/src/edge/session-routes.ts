import { anonymous } from '@meridian/platform/identity/principal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, getOperationAST, parse } from 'graphql';
import { createCall } from '../executor/create-call.ts';
import { takeFromAddressFirst } from './address-budget.ts';
import type { GraphqlRouteDependencies } from './graphql-routes.ts';
import { sendRefusal, signalOf, traceFrom } from './http-request.ts';
import type { Refusal } from './refusals.ts';
import type { SessionOperations } from './session-operations.ts';
import type { SessionRunner } from './session-runner.ts';

type SessionRouteDependencies = GraphqlRouteDependencies &
  Readonly<{ sessions: SessionRunner; session: SessionOperations; allowedOrigins: readonly string[] }>;

const originRefused: Refusal = { code: 'ORIGIN_REFUSED', message: 'Sessions answer to the pages of this server only.' };
const sessionMissing: Refusal = { code: 'SESSION_MISSING', message: 'There is no session to go on with. Sign in.' };

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/**
 * The cookie is sent along by browsers, so these two routes, and only these, must know from where they are called. The cookie is
 * SameSite=Strict already; this refuses a sibling subdomain as well. A client that is no browser sends no `Origin`.
 */
const isForeign = ({ headers }: FastifyRequest, allowed: readonly string[]): boolean =>
  headers.origin !== undefined && hostOf(headers.origin) !== headers.host && !allowed.includes(headers.origin);

type SessionOperation = Readonly<{ document: DocumentNode; variable: string }>;

function toOperation(text: string): SessionOperation {
  const document = parse(text);
  const variables = getOperationAST(document)?.variableDefinitions ?? [];
  const [first] = variables;
  if (!first || variables.length > 1)
    throw new Error(`A session operation takes one variable, the token. This one does not: ${text}`);
  return { document, variable: first.variable.name.value };
}

async function runSession(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: SessionRouteDependencies & { operation: SessionOperation; sessionToken: string },
) {
  const caller = { principal: anonymous, requestId: request.id, ...traceFrom(request.headers.traceparent) };
  const call = createCall(caller, { ...deps, signal: signalOf(reply, deps.requestTimeoutInMs) });
  const variables = { [deps.operation.variable]: deps.sessionToken };
  return deps.sessions.run({ view: 'internal', document: deps.operation.document, variables }, call);
}

const view = 'firstParty';

/** What refuses before the token is looked at. Counted like any anonymous operation: tokens cannot be guessed at speed. */
async function refusalOf(request: FastifyRequest, deps: SessionRouteDependencies): Promise<Refusal | undefined> {
  if (isForeign(request, deps.allowedOrigins)) return originRefused;
  return deps.rateLimits.takeFromCaller({ view, principal: anonymous, address: deps.addressOf(request.raw) });
}

/**
 * `POST /auth/refresh` trades the cookie's token for the next one and answers the configured operation's data; 401 when there is
 * no session to go on with. `POST /auth/sign-out` ends it; it does no harm twice. A subgraph that is down keeps the cookie.
 */
export function addSessionRoutes(app: FastifyInstance, deps: SessionRouteDependencies): void {
  const renewal = toOperation(deps.session.refreshDocument);
  const ending = toOperation(deps.session.signOutDocument);
  const onRequest = takeFromAddressFirst(view, deps);

  app.post('/auth/refresh', { onRequest }, async (request, reply) => {
    const refusal = await refusalOf(request, deps);
    if (refusal) return sendRefusal(request, reply, refusal);
    const sessionToken = deps.cookie.read(request);
    if (!sessionToken) return sendRefusal(request, reply, sessionMissing);
    const { result, session } = await runSession(request, reply, { ...deps, operation: renewal, sessionToken });
    if (session) deps.cookie.set(reply, session);
    else if (!result.errors) deps.cookie.remove(reply);
    return reply
      .code(session ? 200 : result.errors ? 503 : 401)
      .header('cache-control', 'no-store')
      .send(result);
  });

  app.post('/auth/sign-out', { onRequest }, async (request, reply) => {
    const refusal = await refusalOf(request, deps);
    if (refusal) return sendRefusal(request, reply, refusal);
    const sessionToken = deps.cookie.read(request);
    if (!sessionToken) return reply.code(200).send({ data: null });
    const { result } = await runSession(request, reply, { ...deps, operation: ending, sessionToken });
    // Without an answer the session may still be alive: the browser keeps what it needs to try again.
    if (!result.errors) deps.cookie.remove(reply);
    return reply
      .code(result.errors ? 503 : 200)
      .header('cache-control', 'no-store')
      .send(result);
  });
}
